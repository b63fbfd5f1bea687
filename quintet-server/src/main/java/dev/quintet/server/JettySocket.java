package dev.quintet.server;

import dev.quintet.http.Body;
import dev.quintet.http.Request;
import dev.quintet.http.WebSocket;
import dev.quintet.http.WebSocketOptions;
import dev.quintet.kernel.context.Cancellation;
import dev.quintet.kernel.log.Loggers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/// One conversation over Jetty's frames.
///
/// Jetty gives a frame only when it was asked for one, and is asked for none while the inbox is
/// full: the client has to wait then, and nothing is gathered here for it.
final class JettySocket implements FrameHandler, WebSocket {

    private static final System.Logger LOG = Loggers.named("quintet.websocket");

    private final Body.Talk talk;
    private final WebSocketOptions options;
    private final Scheduler scheduler;
    private final Inbox inbox;
    private final Consumer<JettySocket> whenOver;
    private final Cancellation cancellation = Cancellation.open();
    private final CountDownLatch returned = new CountDownLatch(1);
    private volatile @Nullable CoreSession session;
    private volatile long heardNanos = System.nanoTime();
    private volatile long closingNanos;
    private volatile boolean closing;
    private Scheduler.@Nullable Task ping;

    JettySocket(Body.Talk talk, Scheduler scheduler, Consumer<JettySocket> whenOver) {
        this.scheduler = scheduler;
        this.talk = talk;
        this.options = talk.options();
        this.inbox = new Inbox(options.maxMessageBytes(), options.queue());
        this.whenOver = whenOver;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        // Pings find out who has gone; a server that waits for its own reader must not be cut off.
        opened.setIdleTimeout(Duration.ZERO);
        callback.succeeded();
        opened.demand();
        schedule(opened);
        Thread.ofVirtual().name("websocket").start(this::talk);
    }

    private void talk() {
        int code = NORMAL;
        try {
            talk.context()
                    .with(Cancellation.KEY, cancellation)
                    .call(() -> {
                        talk.conversation().run(this);
                        return this;
                    });
        } catch (Exception | StackOverflowError | AssertionError | LinkageError failed) {
            if (!cancellation.cancelled()) {
                code = SERVER_ERROR;
                LOG.log(System.Logger.Level.ERROR, "A conversation failed", failed);
            }
        } finally {
            close(code, "");
            returned.countDown();
        }
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heardNanos = System.nanoTime();
        CoreSession open = session();
        try {
            switch (frame.getOpCode()) {
                case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> {
                    boolean more = inbox.add(frame);
                    callback.succeeded();
                    if (more) {
                        open.demand();
                    }
                }
                case OpCode.PING -> {
                    var pong = new Frame(OpCode.PONG, copied(frame));
                    open.sendFrame(pong, Callback.NOOP, false);
                    callback.succeeded();
                    open.demand();
                }
                case OpCode.CLOSE -> callback.succeeded();
                default -> {
                    callback.succeeded();
                    open.demand();
                }
            }
        } catch (RuntimeException malformed) {
            callback.failed(malformed);
        }
    }

    private static ByteBuffer copied(Frame frame) {
        byte[] bytes = new byte[frame.getPayloadLength()];
        if (bytes.length > 0) {
            frame.getPayload().slice().get(bytes);
        }
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        LOG.log(System.Logger.Level.DEBUG, "A conversation broke off", cause);
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        String reason = status.getReason();
        cancellation.cancel();
        inbox.close(new Closed(status.getCode(), reason == null ? "" : reason));
        synchronized (this) {
            if (ping != null) {
                ping.cancel();
            }
        }
        whenOver.accept(this);
        callback.succeeded();
    }

    private synchronized void schedule(CoreSession open) {
        if (inbox.closed() == null) {
            ping =
                    scheduler.schedule(
                            () -> ping(open),
                            options.pingEvery().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    /// Asks the client for a sign of life, and gives it up where there was none for too long, or it
    /// does not let go. While its frames are not read, nothing can be heard.
    private void ping(CoreSession open) {
        long now = System.nanoTime();
        long patience = options.pongWithin().toNanos();
        boolean silent = now - heardNanos > options.pingEvery().toNanos() + patience;
        if ((silent && !inbox.full()) || (closing && now - closingNanos > patience)) {
            open.abort();
            return;
        }
        if (open.isOutputOpen()) {
            open.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
        schedule(open);
    }

    @Override
    public Request request() {
        return talk.request();
    }

    @Override
    public String protocol() {
        String agreed = session().getNegotiatedSubProtocol();
        return agreed == null ? "" : agreed;
    }

    @Override
    public @Nullable Message receive() throws InterruptedException {
        return receive(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Override
    public @Nullable Message receive(Duration most) throws InterruptedException {
        Message message = inbox.take(most);
        if (inbox.resumes()) {
            session().demand();
        }
        return message;
    }

    @Override
    public void send(String text) throws IOException {
        send(new Frame(OpCode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        send(new Frame(OpCode.BINARY, ByteBuffer.wrap(bytes)));
    }

    private void send(Frame frame) throws IOException {
        CoreSession open = session();
        var sent = new Callback.Completable();
        open.sendFrame(frame, sent, false);
        try {
            sent.get(options.sendWithin().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException gone) {
            throw new IOException("The client has gone away", gone.getCause());
        } catch (TimeoutException stuck) {
            open.abort();
            throw new IOException("The client took nothing for too long", stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Sending was interrupted", stopped);
        }
    }

    @Override
    public void close(int code, String reason) {
        CoreSession open = session;
        if (open != null && inbox.closed() == null) {
            if (!closing) {
                closingNanos = System.nanoTime();
                closing = true;
            }
            open.close(code, reason, Callback.NOOP);
        }
    }

    @Override
    public @Nullable Closed closed() {
        return inbox.closed();
    }

    /// Waits until the conversation has come to its end.
    void await(long nanos) throws InterruptedException {
        if (!returned.await(nanos, TimeUnit.NANOSECONDS)) {
            LOG.log(System.Logger.Level.WARNING, "A conversation did not end in time");
        }
    }

    private CoreSession session() {
        CoreSession open = session;
        if (open == null) {
            throw new IllegalStateException("Not open yet");
        }
        return open;
    }
}
