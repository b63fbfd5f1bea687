package peer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.ThreadLocalRandom;

/// Quarkus on virtual threads, with Hibernate.
@Path("/")
@RunOnVirtualThread
public class Pages {

    public record Message(String message, int id, boolean ok) {}

    public record Row(long id, int randomNumber) {}

    @GET
    @Path("plaintext")
    @Produces("text/plain")
    public String plaintext() {
        return "Hello, World!";
    }

    @GET
    @Path("json")
    @Produces("application/json")
    public Message json() {
        return new Message("Hello, World!", 42, true);
    }

    @GET
    @Path("db")
    @Produces("application/json")
    public Row one() {
        World world = World.findById(ThreadLocalRandom.current().nextLong(10_000) + 1);
        return new Row(world.id, world.randomNumber);
    }
}
