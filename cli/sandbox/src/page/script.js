// Keeps the page up to date: every two seconds, each part that changed is replaced. Without this script, the page is
// that of the time when it was loaded.
const INTERVAL = 2000;

const isInUse = (part) => part.contains(document.activeElement?.closest('input, select'))
  || part.querySelector(':active');

const replace = (part, fresh) => {
  for (const { id } of part.querySelectorAll('details[open][id]')) {
    fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  }
  if (part.outerHTML !== fresh.outerHTML && !isInUse(part)) part.replaceWith(fresh);
};

const refresh = async () => {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const parts = [...document.querySelectorAll('.live')];
  const others = parts.map(({ id }) => fresh.getElementById(id));
  // A part that came or went, such as the first refund, changes the whole content.
  if (others.includes(null) || parts.length !== fresh.querySelectorAll('.live').length) {
    replace(document.querySelector('main'), fresh.querySelector('main'));
  } else {
    parts.forEach((part, index) => replace(part, others[index]));
  }
};

setInterval(async () => {
  if (document.hidden) return;
  const isLost = await refresh().then(() => false, () => true);
  document.getElementById('lost').hidden = !isLost;
}, INTERVAL);
