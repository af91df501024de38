import { ItemPage } from '../../../features/catalogue/item-page.tsx'

export default async function Page({ params }: { params: Promise<{ itemId: string }> }) {
  const { itemId } = await params
  return <ItemPage key={itemId} itemId={itemId} />
}
