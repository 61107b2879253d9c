export { articlesOf, isArticleInUse } from './article.store.ts';
export {
  type AttachedFile,
  dropUnnamedAttachment,
  insertAttachment,
  loadAttachedFiles,
} from './attachments/attachment.store.ts';
export { postAttachment, takeAttachment } from './attachments/attachments.routes.ts';
export { type BroughtFile, type FileTerms, receiveFile } from './attachments/attachments.ts';
export { builtInTemplates } from './built-in/built-in-templates.ts';
export {
  type CompiledContent,
  ContentFaults,
  compileContent,
  compileLetters,
  compileTexts,
  type WrittenContent,
} from './compile-content.ts';
export { type CompiledEmail, oneLine, type RenderedEmail, renderEmail, renderSubject } from './compile-email.ts';
export { type CompiledLetter, type RenderedLetter, renderLetter } from './compile-letter.ts';
export { type CompiledText, renderPlain } from './compile-text.ts';
export {
  findLink,
  findWritten,
  getContentVersion as loadContentVersion,
  insertContentVersion,
  listLinks,
  loadWritten,
  type StoredLink,
  sealContentVersion,
} from './content-version.store.ts';
export {
  createColumns,
  createMerge,
  findAssetless,
  gatherValues,
  type LineParty,
  type Merge,
  type MergeValues,
  plainlyOwns,
  recipientFields,
} from './gather-values.views.ts';
export { type Layouts, layoutsOf } from './layouts-of.ts';
export { LinkTrials } from './links/link-trials.ts';
export { tryLinks } from './links/try-links.ts';
export { type EmbeddedPicture, embeddedWeights, loadEmbedded } from './media/embedded-pictures.ts';
export { postPicture, showPicture } from './media/media.routes.ts';
export { archivePicture, listPictures, renamePicture } from './media/pictures.ts';
export { listMergeFields } from './merge-fields.ts';
export { articlesNamed } from './model/article.ts';
export { sampleDirectLink } from './model/direct-link.ts';
export type { FieldKind } from './model/liquid/names.ts';
export {
  escapeHtml,
  type Node as TemplateNode,
  renderInto,
  type Sink,
  type Template,
} from './model/liquid/template.ts';
export { RenderError } from './model/liquid/value.ts';
export { type MessageAddress, type MessageValues, needsOf, slotValues, TOKEN_SLOT } from './model/message-fields.ts';
export { reportVariants } from './model/report-variants.ts';
export { type NeededField, neededFields } from './needed-fields.ts';
export { previewContent, previewValues } from './preview-content.ts';
export { NO_ADDRESSES, renderScript } from './render-script.ts';
export { type ShownArticle, showArticle } from './show-article.ts';
export {
  archiveTemplate,
  createTemplate,
  drawDesign,
  getTemplate,
  listBuiltInTemplates,
  listTemplates,
  updateTemplate,
} from './templates.ts';
export { templatesThatName, textNames } from './text-names.ts';
export {
  archiveArticle,
  createArticle,
  getArticle,
  listArticles,
  messageFromArticle,
  updateArticle,
} from './write-article.ts';
export {
  copyContentVersion,
  createContentVersion,
  getContentVersion,
  listEarlierContents,
  updateContentVersion,
} from './write-content.ts';
