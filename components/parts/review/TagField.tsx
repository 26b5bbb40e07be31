import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { parseTags } from '../../../utils/domain/lessons.ts';

/** Tags in a line, apart by commas. Gives the line as it was typed. */
export function TagField({ tags, onTags }: { tags: readonly string[]; onTags: (line: string) => void }) {
  const [line, setLine] = useState(() => tags.join(i18n.t('listComma')));
  const stored = tags.join(',');
  // Another window's tags; what is typed here reads as the same tags and stays as it is typed.
  useEffect(() => {
    setLine((now) =>
      parseTags(now).join(',') === stored ? now : stored.split(',').join(i18n.t('listComma')),
    );
  }, [stored]);
  return (
    <label class="grow">
      <span class="label">{i18n.t('lessonTags')}</span>
      <input
        value={line}
        maxLength={500}
        onInput={(event) => {
          setLine(event.currentTarget.value);
          onTags(event.currentTarget.value);
        }}
      />
    </label>
  );
}
