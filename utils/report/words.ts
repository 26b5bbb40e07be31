// Words of markup: what developers call things, and no name of a person. Whatever is not here is not told.
const WORDS = `
  a about above account accounts action actions active actor address addresses after all alt and app application archive area
  aria article aside at attach attachment attachments attr author auto autocomplete avatar b back background badge banner bar
  base bcc before begin below big block body bold border bottom box bread breadcrumb breadcrumbs btn bubble bubbles bulk button
  buttons by cancel caption card cards cc cell cells center chat check checkbox checked child children chip chips class clear
  click clickable close closed code col collapse collapsed collapsible collapsing color cols colspan column columns comp compact
  company component components compose composer connection connections contact contacts container content contenteditable
  contents context control controls conversation conversations copy count counter cover create created ctrl current custom danger
  dark data date dates datetime day default delete desc description detail details dialog dir direction disabled display div
  divider document done down download draft drafts drag draggable drawer drop dropdown dummy dynamic edit editable editor
  education element ellipsis em email emails embed empty end entity entry envelope error event events expand expanded expander
  experience external extra face feed feedback field fields file filter first fixed flag flagged flat flex float focus focused
  folder folders font foot footer for form format forward frame from full fullscreen generated generic grid group groups grow
  h handle has head header headers heading headline height help hidden hide high highlight hint history holder home host hover
  hovercard href html i icon icons id idx iframe image images img important in inbox index indicator info inline inner input
  inputs inside intro invalid is item itemprop items itemscope itemtype key keyboard kind label labels lang large last layer
  layout lazy lead leads left left legend legacy length letter level light like line lines link links list listbox listed
  listitem lists load loaded loader loading locale location lock log login logo long low mail mailbox mailto main margin
  master max md me media medium member members menu menubar menuitem message messages messaging meta min mini minimized mobile
  modal mode module more mounted msg multi muted name names native nav navbar navigation network new next no node none normal
  not note notes notice notification number o object off office offset on onclick only open option options or order organization
  original other out outer outlet outline overflow overlay overview p padding page pager pages pane panel panels paragraph parent
  part participant participants parts path pending people person photo picker picture pill pin pinned placeholder plain player
  point pointer pop popout popover popup position post posts preview previous primary print priority private profile profiles
  progress property provider public quote quoted radio raw read reader reading readonly real receive received receiver recent
  recipient recipients ref region rel remote remove rendered reply replyto required reset resize resizable response result
  results rich right role root round row rows rowspan rtl s safe save saved screen screenreader scroll scrollable search second
  secondary section sections select selected selection self send sender senders sending sent separator server set settings
  shadow shape share sheet short show shown sidebar side sign signature simple single site size skip slide slot sm small snippet
  some sort source space span spam spinner split square src stack standing star starred start state static status step sticky
  store strong style sub subject subline submit subtitle success suggest suggestion summary svg switch sync tab tabindex table
  tabs tabpanel tag tags target task tbody td template test testid text textarea textbox tfoot th thead theme thread threads
  thumb thumbnail time timeline timestamp title titles to toast today toggle token tokens tool toolbar tooltip top topcard total
  tr track trash tree treeitem trigger truncate type ul undo unit unread unselectable unseen up update upload url us use user
  username utility v value variant vertical view viewer viewport views visible visually visuallyhidden voyager warning web webmail
  well wide widget width window with word wrap wrapper wrapping x xs y z zone
`;

/** The words that a report may tell, see `shapeOf`. */
export const MARKUP_WORDS: readonly string[] = [...new Set(WORDS.split(/\s+/).filter(Boolean))];
