package dev.quintet.server;

import java.util.concurrent.Executor;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Scheduler;

/// A port whose sockets are watched by a virtual thread, which goes on with the request itself.
///
/// A request of HTTP/1.1 so begins where its bytes were seen, without a hand-over between threads
/// of the system, which costs as much as a plain answer. The streams of HTTP/2 do not: whoever
/// reads their frames starts a thread for each (the executor of the connection stays the server's,
/// which never lends a thread to read on). Did it run them itself, then with all carriers at work
/// it would serve one connection to its end while others wait, until they time out.
final class SocketConnector extends ServerConnector {

    /// @param protocols the first is spoken until a client asks for another
    SocketConnector(Server server, ConnectionFactory... protocols) {
        super(server, 1, -1, protocols);
    }

    @Override
    protected SelectorManager newSelectorManager(
            Executor executor, Scheduler scheduler, int selectors) {
        return super.newSelectorManager(
                VirtualThreads.getVirtualThreadsExecutor(executor), scheduler, selectors);
    }
}
