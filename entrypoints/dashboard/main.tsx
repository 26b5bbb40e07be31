import { render } from 'preact';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { uiLanguage } from '../../components/format.ts';
import { loadDrafts } from '../../components/hooks/useDraft.ts';
import { openDatabase } from '../../utils/db/database.ts';
import '../../components/style.css';
import '../../components/style/dashboard.css';

const db = openDatabase();
document.documentElement.lang = uiLanguage();
// The banner says what is wrong with a database that does not open; forms then simply begin empty.
void loadDrafts(db.drafts.toArray()).catch(() => {});
const root = document.getElementById('app');
if (root) render(<Dashboard db={db} />, root);
