'use strict';

// Before the page is painted, so that nothing moves once it is.
document.documentElement.classList.add('js');

(() => {
  const DAYS = 30;
  const TITLES = 3;
  const PAUSE = 350;

  /** What the page says in its language. */
  let words = {};

  document.addEventListener('DOMContentLoaded', () => {
    const filters = document.getElementById('filters');
    if (!filters) {
      return;
    }
    words = filters.dataset;
    presetTimeZone();
    filters.querySelectorAll('.spare').forEach(row => row.remove());
    // What they do without a script, the server does.
    filters.querySelectorAll('button[type=submit]').forEach(button => { button.type = 'button'; });
    const rows = () => [...filters.querySelectorAll('.filter')];
    let next = rows().length;
    const add = () => {
      const row = blankRow(rows()[0], next++);
      rows().at(-1).after(row);
      number(rows());
      watch(row);
      return row.querySelector('[name=query]');
    };
    rows().forEach(watch);
    const own = document.getElementById('ownWords');
    if (own) {
      watchInput(own, document.getElementById('preview-own'), inOwnWords, own.dataset.hint);
    }
    filters.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (button?.id === 'add-filter') {
        add().focus();
      } else if (button?.name === 'remove') {
        button.closest('.filter').remove();
        number(rows());
        document.getElementById('add-filter').focus();
      } else if (button?.name === 'hint') {
        const input = button.closest('.filter').querySelector('[name=query]');
        // The server's own button also says which row.
        input.value = button.querySelector('bdi')?.textContent ?? button.value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.focus();
      } else if (button?.name === 'suggest') {
        suggest(button.value, rows(), add);
      }
    });
  });

  /** Into the first row that is free; a query that is there already is only shown. */
  function suggest(query, rows, add) {
    const inputs = rows.map(row => row.querySelector('[name=query]'));
    const there = inputs.find(input => input.value.trim() === query);
    const input = there ?? inputs.find(input => !input.value.trim()) ?? add();
    if (!there) {
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    input.closest('details')?.setAttribute('open', '');
    input.focus();
  }

  function presetTimeZone() {
    const select = document.querySelector('form[data-new] [name=timeZone]');
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // A browser gives a form back as it was left; only an untouched one is preset.
    if (!select || !zone || select.value !== 'UTC') {
      return;
    }
    if (![...select.options].some(option => option.value === zone)) {
      select.add(new Option(zone, zone), 0);
    }
    select.value = zone;
  }

  function blankRow(model, index) {
    const row = model.cloneNode(true);
    row.querySelectorAll('.error, .place').forEach(it => it.remove());
    row.querySelectorAll('[id]').forEach(it => { it.id = it.id.replace(/\d+/, index); });
    row.querySelectorAll('label').forEach(it => { it.htmlFor = it.htmlFor.replace(/\d+/, index); });
    row.querySelectorAll('input').forEach(input => {
      input.value = '';
      input.removeAttribute('placeholder');
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    });
    row.querySelector('[name=query]').setAttribute('aria-describedby', 'preview-' + index);
    const box = row.querySelector('.preview');
    delete box.dataset.shown;
    show(box, [line(words.hint)]);
    return row;
  }

  function number(rows) {
    rows.forEach((row, i) => row.setAttribute('aria-label', words.filter.replace('0', i + 1)));
  }

  function watch(row) {
    watchInput(row.querySelector('[name=query]'), row.querySelector('.preview'), typed => typed, words.hint);
  }

  /** What the server makes of it, too. */
  function inOwnWords(typed) {
    return typed && 'like:"' + typed.replace(/["“”„‟«»「」『』｢｣＂]/g, "'").replace(/\s+/g, ' ') + '"';
  }

  function watchInput(input, box, asQuery, hintWhenEmpty) {
    let timer;
    let asked;
    const look = async () => {
      asked?.abort();
      const query = asQuery(input.value.trim());
      if (!query) {
        show(box, [line(hintWhenEmpty)]);
        return;
      }
      asked = new AbortController();
      const signal = asked.signal;
      box.classList.add('old');
      try {
        const found = await preview(query, signal);
        // An answer may come after its query has changed.
        if (!signal.aborted) {
          show(box, found);
        }
      } catch (error) {
        if (!signal.aborted) {
          show(box, [line(words.unreachable)]);
        }
      }
    };
    input.addEventListener('input', () => {
      input.closest('.filter')?.querySelectorAll('.error[id^=query], .place:not(.preview *)').forEach(it => it.remove());
      input.removeAttribute('aria-invalid');
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
    // What the server has refused just now is explained above already, and what it has shown is there.
    if (input.value.trim() && !input.hasAttribute('aria-invalid') && input.value !== box.dataset.shown) {
      look();
    }
  }

  async function preview(query, signal) {
    const answer = await fetch('/api/filters/preview?' + new URLSearchParams({ q: query, days: DAYS, limit: TITLES, lang: document.documentElement.lang.slice(0, 2) }), {
      signal,
      headers: { Accept: 'application/json, application/problem+json' },
    });
    const body = await answer.json();
    if (answer.ok) {
      return matches(query, body);
    }
    return answer.status === 400 && Number.isInteger(body.position)
      ? refusal(query, body)
      : [line(words.unreachable)];
  }

  function matches(query, body) {
    const said = document.createElement('p');
    const number = count => new Intl.NumberFormat(document.documentElement.lang).format(count);
    // Each language has its own order.
    const pattern = body.considered === 1 ? words.latelyOfOne : words.lately;
    pattern.split(/(%[a-z]+)/).forEach(part => {
      said.append(part === '%matched' ? element('strong', number(body.matched))
        : part.startsWith('%') ? number(body[part.slice(1)]) : part);
    });
    const titles = document.createElement('ul');
    body.papers.slice(0, TITLES).forEach(paper => {
      const item = document.createElement('li');
      item.dir = 'auto';
      item.append(...marked(paper.highlights?.title ?? ''));
      item.title = item.textContent;
      titles.append(item);
    });
    const asked = '?' + new URLSearchParams({ q: query });
    const links = document.createElement('p');
    links.className = 'links';
    links.append(
      link('/search' + asked, words.search, ' ' + words.searchRest), ' ',
      link('/feed.atom' + asked, words.feed, ' ' + words.feedRest));
    return [said, titles, links, ...(body.hints ?? []).map(meant => hint(meant, query))];
  }

  /** One line, with a button that takes the other query. */
  function hint(meant, query) {
    const said = line(meant.message + ' ');
    said.className = 'hint meant';
    // Some have nothing better to offer.
    if (meant.query === query) {
      return said;
    }
    const button = element('button', meant.query);
    button.type = 'button';
    button.name = 'hint';
    button.className = 'chip';
    button.value = meant.query;
    said.append(button);
    return said;
  }

  function link(address, text, unseen) {
    const anchor = element('a', text);
    const rest = element('span', unseen);
    rest.className = 'unseen';
    anchor.href = address;
    anchor.target = '_blank';
    anchor.rel = 'noopener';
    anchor.append(rest);
    return anchor;
  }

  function refusal(query, problem) {
    const letters = [...query];
    const place = document.createElement('p');
    const code = document.createElement('code');
    place.className = 'place';
    code.append(letters.slice(0, problem.position).join(''));
    code.append(mark(letters[problem.position] ?? '␣'));
    code.append(letters.slice(problem.position + 1).join(''));
    place.append(code);
    const said = line(problem.detail);
    said.className = 'error';
    return [said, place];
  }

  // Highlights are text with <mark> as their only element, and come in as text and nothing else.
  function marked(html) {
    return html.split(/(<mark>.*?<\/mark>)/su).filter(Boolean).map(part => {
      const inside = /^<mark>(.*)<\/mark>$/su.exec(part);
      return inside ? mark(plain(inside[1])) : document.createTextNode(plain(part));
    });
  }

  function plain(escaped) {
    const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
    return escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, sign => signs[sign]);
  }

  function mark(text) {
    return element('mark', text);
  }

  function line(text) {
    return element('p', text);
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function show(box, content) {
    box.classList.remove('old');
    box.replaceChildren(...content);
  }
})();
