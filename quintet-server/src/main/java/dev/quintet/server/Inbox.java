package dev.quintet.server;

import dev.quintet.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/// What a client has said and nobody has read yet: frames put together to messages, a few of them.
final class Inbox {

    private final int maxMessageBytes;
    private final int queue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<WebSocket.Message> messages = new ArrayDeque<>();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean text;
    private boolean stopped;
    private volatile WebSocket.@Nullable Closed closed;

    Inbox(int maxMessageBytes, int queue) {
        this.maxMessageBytes = maxMessageBytes;
        this.queue = queue;
    }

    /// Takes a frame; only Jetty calls it, for one frame after the other.
    ///
    /// @return whether another one may be asked for now; if not, {@link #resumes} says when
    /// @throws MessageTooLargeException when the message is too long
    /// @throws BadPayloadException when text is no UTF-8
    boolean add(Frame frame) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            text = frame.getOpCode() == OpCode.TEXT;
        }
        if (part.size() + frame.getPayloadLength() > maxMessageBytes) {
            throw new MessageTooLargeException("At most " + maxMessageBytes + " bytes");
        }
        if (frame.hasPayload()) {
            byte[] bytes = new byte[frame.getPayloadLength()];
            frame.getPayload().slice().get(bytes);
            part.writeBytes(bytes);
        }
        if (!frame.isFin()) {
            return true;
        }
        byte[] whole = part.toByteArray();
        part.reset();
        WebSocket.Message message =
                text ? new WebSocket.Text(decoded(whole)) : new WebSocket.Binary(whole);
        lock.lock();
        try {
            messages.add(message);
            changed.signal();
            stopped = messages.size() >= queue;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new BadPayloadException("Text is UTF-8", malformed);
        }
    }

    /// {@return the next message, or `null` where there is none within this time or none will come}
    WebSocket.@Nullable Message take(Duration most) throws InterruptedException {
        long left = saturated(most);
        lock.lockInterruptibly();
        try {
            while (messages.isEmpty() && closed == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return messages.poll();
        } finally {
            lock.unlock();
        }
    }

    private static long saturated(Duration time) {
        return TimeUnit.NANOSECONDS.convert(time);
    }

    /// {@return whether there is room again after {@link #add} said that there is none: true once,
    /// and then a frame is to be asked for}
    boolean resumes() {
        lock.lock();
        try {
            boolean room = stopped && messages.size() < queue;
            if (room) {
                stopped = false;
            }
            return room;
        } finally {
            lock.unlock();
        }
    }

    /// {@return whether frames are left on the network}
    boolean full() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /// Tells the reader that nothing more comes.
    void close(WebSocket.Closed how) {
        lock.lock();
        try {
            closed = how;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    WebSocket.@Nullable Closed closed() {
        return closed;
    }
}
