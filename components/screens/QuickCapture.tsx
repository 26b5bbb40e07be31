import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { logByHand } from '../../utils/db/by-hand.ts';
import { searchPeople } from '../../utils/db/search.ts';
import type { Channel } from '../../utils/domain/types.ts';
import { useKith } from '../kith.ts';
import { LogForm } from '../parts/LogForm.tsx';

// As many as can be seen at a glance.
const FEW = 6;

/** Logs what happened anywhere, with anybody, whether they are in Kith or not. `onDone`: stored or given up. */
export function QuickCapture({ onDone }: { onDone: () => void }) {
  const { db, language, act } = useKith();
  const [channel, setChannel] = useState<Channel>('call');
  return (
    <>
      <h1>{i18n.t('quickCapture')}</h1>
      <LogForm
        channel={channel}
        onChannel={setChannel}
        draftKey="quick"
        language={language}
        search={(query) => searchPeople(db, query, FEW)}
        onSave={async (logged) => {
          const stored = await act('log', () => logByHand(db, logged));
          if (stored) onDone();
          return stored;
        }}
        onCancel={onDone}
      />
    </>
  );
}
