export { exportProducts, exportRevision } from './export.routes.ts';
export { productKind } from './import/product-kind.ts';
export { type Priced, reprice } from './model/reprice.ts';
export { createPriceList, listPriceLists, updatePriceList } from './price-lists.ts';
export type { PriceUseSource } from './price-use.ts';
export { type PriceFound, pricesOn } from './prices.ts';
export {
  createProductGroup,
  deleteProductGroup,
  listProductGroups,
  updateProductGroup,
} from './product-groups.ts';
export {
  archiveProducts,
  createProduct,
  deleteProduct,
  getProduct,
  listProducts,
  listProductTags,
  suggestProductNumber,
  updateProduct,
} from './products.ts';
export { productsNamed } from './products-named.ts';
export { catalogueSchedule, catalogueTasks } from './revision.tasks.ts';
export {
  countSelection,
  createPriceRevision,
  deletePriceRevision,
  getPriceRevision,
  listPriceRevisions,
  listRevisionLines,
  updatePriceRevision,
} from './revisions.ts';
export {
  applyPriceRevision,
  rehearsePriceRevision,
  reversePriceRevision,
  stopPriceRevision,
} from './run-revision.ts';
export { getPriceOn, listPriceHistory, setPrice } from './set-price.ts';
export {
  findShownGroup,
  findShownProduct,
  isOnOffer,
  listShownGroups,
  type ShownGroup,
  type ShownProduct,
} from './shown-products.views.ts';
export { dayAt, todayOf } from './today.ts';
