package peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ThreadLocalRandom;

/// Vert.x bare: an event loop a core, a pipelined client a loop, no framework. What can be had.
public final class Main extends VerticleBase {

    record Message(String message, int id, boolean ok) {}

    record World(long id, int randomNumber) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private SqlClient database;

    private Main(int port) {
        this.port = port;
    }

    public static void main(String... args) {
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2))
                .deployVerticle(
                        () -> new Main(Integer.parseInt(args[0])),
                        new DeploymentOptions().setInstances(2))
                .onFailure(Throwable::printStackTrace);
    }

    @Override
    public Future<?> start() {
        var connect =
                new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(5432)
                        .setDatabase("quintet")
                        .setUser("quintet")
                        .setPassword("quintet")
                        .setCachePreparedStatements(true)
                        .setPipeliningLimit(256);
        database =
                PgBuilder.client()
                        .connectingTo(connect)
                        .with(new PoolOptions().setMaxSize(8))
                        .using(vertx)
                        .build();
        return vertx.createHttpServer(
                        new HttpServerOptions()
                                .setHost("127.0.0.1")
                                .setPort(port)
                                .setAcceptBacklog(4096))
                .requestHandler(this::handle)
                .listen();
    }

    private void handle(HttpServerRequest request) {
        switch (request.path()) {
            case "/plaintext" -> send(request, "text/plain", Buffer.buffer("Hello, World!"));
            case "/json" -> json(request, new Message("Hello, World!", 42, true));
            case "/db" ->
                    database.preparedQuery("SELECT id, randomnumber FROM world WHERE id = $1")
                            .execute(Tuple.of(ThreadLocalRandom.current().nextLong(10_000) + 1))
                            .onSuccess(rows -> {
                                Row row = rows.iterator().next();
                                json(request, new World(row.getLong(0), row.getInteger(1)));
                            })
                            .onFailure(failed -> request.response().setStatusCode(500).end());
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void json(HttpServerRequest request, Object value) {
        try {
            send(request, "application/json", Buffer.buffer(JSON.writeValueAsBytes(value)));
        } catch (JsonProcessingException impossible) {
            request.response().setStatusCode(500).end();
        }
    }

    private static void send(HttpServerRequest request, String type, Buffer body) {
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
    }
}
