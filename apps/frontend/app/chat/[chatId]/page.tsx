import { ChatScreen } from './chat-screen.tsx'

export default async function Page({ params }: { params: Promise<{ chatId: string }> }) {
  const { chatId } = await params
  return <ChatScreen key={chatId} chatId={chatId} />
}
