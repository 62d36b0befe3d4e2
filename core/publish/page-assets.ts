/** Style and script of the published page. The core has no DOM: the script is a text, in words that old browsers know. */

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#767676;--head:#eef3f9;--alarm:#8a1c00;--link:#0b4f9e}
@media (prefers-color-scheme:dark){:root{--ink:#f2f2f2;--paper:#1a1a1a;--line:#9a9a9a;--head:#26313d;--alarm:#ffb4a0;--link:#9cc7ff}}
body{margin:0 auto;max-width:1200px;padding:16px;font:16px/1.5 "Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--link)}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.25rem}
main>label{margin-right:12px}
[lang=en]{display:none}
label[lang=en]{display:inline}
#language-en:checked~* span[lang=en]{display:inline}
#language-en:checked~* span[lang=vi]{display:none}
.wide{overflow-x:auto}
table{border-collapse:collapse;table-layout:fixed;width:100%;min-width:1000px}
.rank{width:5em}
.unit{width:12em}
caption{text-align:left;padding:4px 0}
th,td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
thead th{background:var(--head)}
tbody th{font-weight:400}
th,td{overflow-wrap:break-word}
.number{text-align:right;font-variant-numeric:tabular-nums}
.alarm{color:var(--alarm);font-weight:700}
th button{appearance:none;border:0;min-width:24px;min-height:24px;padding:0;background:none;color:inherit;font:inherit;cursor:pointer}
th button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
th[aria-sort=ascending] button::after{content:"▲"}
th[aria-sort=descending] button::after{content:"▼"}
@page{size:A4 landscape;margin:15mm}
@media print{:root{--ink:#000;--paper:#fff;--line:#000;--head:#fff;--alarm:#000;--link:#000}
body{max-width:none;padding:0;font:11pt/1.3 "Times New Roman",serif}
main>input,main>label[lang],.search,th button{display:none}
.wide{overflow:visible}
table{min-width:0;font-size:9pt}
th,td{padding:2px 3px}
thead th{font-size:8pt}
thead{display:table-header-group}
tr{break-inside:avoid}}
`;

/** @returns the style that puts a short word on every printed page, also where a tall header is not repeated. The word has no quotes. */
export function provisionalStyle(word: string): string {
  return `@page{@top-right{content:"${word}";font:700 11pt "Times New Roman",serif}}\n`;
}

export const SCRIPT = `
(function () {
  var collator = new Intl.Collator('vi', { numeric: true });
  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/\\u0111/g, 'd');
  }
  var rows = Array.prototype.slice.call(document.querySelectorAll('tbody tr'));
  var names = rows.map(function (row) { return fold(row.querySelector('th').textContent); });
  var search = document.getElementById('search');
  var found = document.getElementById('found');
  document.querySelector('.search').hidden = false;
  search.addEventListener('input', function () {
    var wanted = fold(search.value.trim());
    var count = 0;
    rows.forEach(function (row, at) {
      row.hidden = names[at].indexOf(wanted) < 0;
      if (!row.hidden) count += 1;
    });
    found.textContent = wanted === '' ? '' : String(count);
  });
  Array.prototype.forEach.call(document.querySelectorAll('thead th[data-sort]'), function (head, place) {
    // The words stay outside the button: Chromium does not print a button again in a repeated header.
    var words = document.createElement('span');
    words.id = 'head-' + place;
    while (head.firstChild) words.appendChild(head.firstChild);
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = '\u2195';
    button.setAttribute('aria-labelledby', words.id);
    head.appendChild(words);
    head.appendChild(button);
    head.addEventListener('click', function () {
      var up = head.getAttribute('aria-sort') !== 'ascending';
      Array.prototype.forEach.call(head.parentNode.children, function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      var body = head.closest('table').tBodies[0];
      var at = head.cellIndex;
      var figures = head.getAttribute('data-sort') === 'number';
      var keyed = Array.prototype.map.call(body.rows, function (row, place) {
        var cell = row.cells[at];
        var value = cell.getAttribute('data-value');
        return { row: row, place: place, none: figures && value === '', key: figures ? Number(value) : cell.textContent };
      });
      keyed.sort(function (x, y) {
        if (x.none !== y.none) return x.none ? 1 : -1;
        var order = figures ? x.key - y.key : collator.compare(x.key, y.key);
        return (up ? order : -order) || x.place - y.place;
      });
      var sorted = document.createDocumentFragment();
      keyed.forEach(function (one) { sorted.appendChild(one.row); });
      body.appendChild(sorted);
    });
  });
})();
`;
