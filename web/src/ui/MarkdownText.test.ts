import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './MarkdownText';

describe('Markdown', () => {
  it('draws Markdown, and opens links apart from the page', () => {
    const html = renderMarkdown('**Choose** [more](https://example.org/a)');
    expect(html).toContain('<strong>Choose</strong>');
    expect(html).toContain('rel="noopener noreferrer"');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '<a href="jAvaScript:alert(1)">a</a>',
    '<svg onload=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<p style="position:fixed" onclick="alert(1)">a</p>',
    '![tracker](https://example.org/pixel.png)',
    '<form action="https://example.org"><input name=password></form>',
    '[a](data:text/html,<script>alert(1)</script>)',
  ])('lets nothing through that could run or call out: %s', (source) => {
    const html = renderMarkdown(source);
    expect(html).not.toMatch(/<(script|img|svg|iframe|form|input)/i);
    expect(html).not.toMatch(/\son\w+=|style=|href="(?!https?:|mailto:)/i);
  });
});
