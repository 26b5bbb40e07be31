import { Lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

/**
 * Markdown as elements, never as HTML: marked only splits the text into tokens, what looks like HTML is shown as text, links
 * lead only to http, https and mailto, and pictures become links, as loading one would be a request.
 */
export function Markdown({ source }: { source: string }) {
  return useMemo(
    () => <div class="markdown">{blocks(Lexer.lex(source, { gfm: true, breaks: true }))}</div>,
    [source],
  );
}

function blocks(tokens: readonly Token[] | undefined): ComponentChildren {
  return tokens?.map((token, index) => <Block key={index} token={token} />);
}

function Block({ token }: { token: Token }): ComponentChildren {
  switch (token.type) {
    case 'heading':
      return <p class="heading">{inline(token.tokens)}</p>;
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>;
    case 'blockquote':
      return <blockquote>{blocks(token.tokens)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'space':
    case 'def':
      return null;
    default:
      return 'tokens' in token && token.tokens ? inline(token.tokens) : token.raw;
  }
}

function list(token: Tokens.List): ComponentChildren {
  const items = token.items.map((item, index) => (
    <li key={index}>
      {item.task && <input type="checkbox" checked={item.checked === true} disabled />}
      {blocks(item.tokens.filter((part) => part.type !== 'checkbox'))}
    </li>
  ));
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul class="bullets">{items}</ul>;
}

function table(token: Tokens.Table): ComponentChildren {
  return (
    <table>
      <thead>
        <tr>
          {token.header.map((cell, index) => (
            <th key={index}>{inline(cell.tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{inline(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inline(tokens: readonly Token[] | undefined): ComponentChildren {
  return tokens?.map((token, index) => <Inline key={index} token={token} />);
}

function Inline({ token }: { token: Token }): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'del':
      return <del>{inline(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
    case 'image':
      return (
        <SafeLink
          href={token.href}
          text={token.type === 'link' ? inline(token.tokens) : token.text || token.href}
        />
      );
    case 'text':
      return 'tokens' in token && token.tokens ? inline(token.tokens) : token.text;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

function SafeLink({ href, text }: { href: string; text: ComponentChildren }) {
  if (!/^(https?:|mailto:)/i.test(href)) return text;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
