// Shows each status that the server sends. The browser connects again by itself.
const status = document.getElementById('status');
new EventSource(`${location.pathname}/events`).onmessage = ({ data }) => {
  status.innerHTML = data;
};
