package dev.quintet.web;

import dev.quintet.http.Cookie;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.OrmSettings;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.ReadYourWrites;
import dev.quintet.orm.connection.Statements;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request is to the databases: with `ATOMIC_REQUESTS` one transaction, kept when the view
/// answers and taken back when it throws; with replicas a reader who sees their own writes; with
/// `sql_comments` the name of request and route that the server's log shows.
///
/// A body that is streamed is written after the view has answered, outside of the transaction. Safe
/// for many threads.
public final class DatabaseRequests implements Middleware {

    /// For a route whose view is in no transaction: `path("pay/", Shop::pay).with(NOT_ATOMIC)`.
    /// Django: `transaction.non_atomic_requests`.
    public static final Middleware NOT_ATOMIC = new NotAtomic();

    private static final String COOKIE = "quintet_wrote";
    private static final ScopedValue<Block> BLOCK = ScopedValue.newInstance();

    private final boolean atomic;
    private final boolean comments;

    private static final class NotAtomic implements Middleware {

        @Override
        public Response handle(Request request, Next next) throws Exception {
            return next.handle(request);
        }
    }

    /// The transaction of a request, if its view has come that far.
    private static final class Block {
        private @Nullable Transaction transaction;
    }

    private DatabaseRequests(boolean atomic, boolean comments) {
        this.atomic = atomic;
        this.comments = comments;
    }

    /// {@return the middleware as the settings want it, or nothing where they want nothing of it}
    public static Optional<Middleware> of(Settings settings, Databases databases) {
        boolean atomic = settings.get(OrmSettings.ATOMIC_REQUESTS);
        Collection<Database> all = databases.all();
        boolean replicas = all.stream().anyMatch(one -> one.options().replicaOf() != null);
        boolean comments = all.stream().anyMatch(one -> one.options().comments());
        return atomic || replicas || comments
                ? Optional.of(new DatabaseRequests(atomic, comments))
                : Optional.empty();
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        var writes = new ReadYourWrites();
        remember(request, writes);
        Response answer =
                Context.current()
                        .with(ReadYourWrites.KEY, writes)
                        .<Response, Exception>call(
                                () -> comments ? tagged(request, next) : inBlock(request, next));
        return told(answer, writes);
    }

    private Response tagged(Request request, Next next) throws Exception {
        String id = request.find(RequestIds.KEY).orElse("none");
        RouteMatch match = request.resolved();
        String route = match == null ? "none" : match.viewName();
        return Statements.tagged(
                "request_id",
                id,
                () -> Statements.tagged("route", route, () -> inBlock(request, next)));
    }

    private Response inBlock(Request request, Next next) throws Exception {
        if (!atomic) {
            return next.handle(request);
        }
        var block = new Block();
        return ScopedValue.where(BLOCK, block)
                .<Response, Exception>call(() -> {
                    try {
                        Response answer = next.handle(request);
                        if (block.transaction != null) {
                            block.transaction.commit();
                            block.transaction = null;
                        }
                        return answer;
                    } finally {
                        takeBack(block);
                    }
                });
    }

    /// Here, and not around the whole way: a request that no view answers needs no transaction.
    @Override
    public @Nullable Response onView(Request request, RouteMatch match) {
        if (BLOCK.isBound() && !match.middleware().contains(NOT_ATOMIC)) {
            BLOCK.get().transaction = Transaction.atomic();
        }
        return null;
    }

    @Override
    public @Nullable Response onException(Request request, Exception thrown) {
        if (BLOCK.isBound()) {
            takeBack(BLOCK.get());
        }
        return null;
    }

    private static void takeBack(Block block) {
        Transaction open = block.transaction;
        block.transaction = null;
        if (open != null) {
            open.rollback();
        }
    }

    /// The cookie says until when; somebody who makes it up reads from the primary, and no more.
    private static void remember(Request request, ReadYourWrites writes) {
        if (request.cookie(COOKIE) == null) {
            return;
        }
        for (Database database : Databases.current().all()) {
            writes.wrote(database.alias(), database.options().readYourWrites());
        }
    }

    private static Response told(Response answer, ReadYourWrites writes) {
        Duration longest = Duration.ZERO;
        boolean wrote = false;
        for (Database database : Databases.current().all()) {
            Duration left = writes.wroteHere(database.alias());
            if (left.compareTo(longest) > 0) {
                longest = left;
                wrote = true;
            }
        }
        return wrote
                ? answer.withCookie(
                        Cookie.of(COOKIE, "1")
                                .withMaxAge(longest.plusSeconds(1))
                                .withHttpOnly(true))
                : answer;
    }
}
