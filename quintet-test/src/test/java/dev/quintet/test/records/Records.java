package dev.quintet.test.records;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static dev.quintet.http.Routes.post;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.Site;
import dev.quintet.http.Cookie;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.UploadedFile;
import dev.quintet.http.WebSocket;
import dev.quintet.http.WebSockets;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.mail.EmailMessage;
import dev.quintet.orm.Slug;
import dev.quintet.orm.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The site of the tests.
public final class Records extends Site {

    static final Routes SHOP =
            Routes.of(
                    "shop",
                    path("", Records::index).name("index"),
                    get("albums/<slug:slug>/", Records::album).name("album"),
                    post("albums/<int:id>/buy/", Records::buy).name("buy"));

    @Override
    protected void settings(Settings settings) {
        settings.apps(RecordsApp.class);
        settings.database("sqlite:never-opened.db");
        settings.mailer("smtp://ada:secret@mail.invalid");
        settings.mailer("bulk", "smtp://ada:secret@bulk.invalid");
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("", SHOP),
                path("echo/", Records::echo).name("echo"),
                path("titles/", Records::titles).name("titles"),
                path("upload/", Records::upload).name("upload"),
                path("mail/", Records::mail).name("mail"),
                path("visits/", Records::visits).name("visits"),
                path("clock/", Records::clock).name("clock"),
                path("round/", _ -> redirect("/round/")).name("round"),
                path("away/", _ -> Response.redirect("https://example.com/")).name("away"),
                path("fails/", Records::fails).name("fails"),
                path("slow/", Records::loop).name("slow"),
                path("moved/", _ -> Response.redirect(307, "/echo/")).name("moved"));
    }

    static Response index(Request request) {
        return render(request, "records/index.html", Map.of("albums", Albums.all()));
    }

    static Response titles(Request request) {
        return WebSockets.accept(
                request,
                socket -> {
                    while (socket.receive() instanceof WebSocket.Text(String asked)) {
                        socket.send(asked + " " + Albums.get().title);
                    }
                });
    }

    static Response album(Request request, String slug) {
        Album album = Albums.getOr404(Albums.slug.eq(new Slug(slug)));
        return render(request, "records/album.html", Map.of("album", album));
    }

    static Response buy(Request request, long id) {
        Transaction.atomic(() -> {
            Albums.filter(Albums.id.eq(id)).update(Albums.stock.set(Albums.stock.minus(1)));
            Transaction.onCommit(() -> RecordsApp.SOLD.send(id));
        });
        return redirect("shop:index");
    }

    static Response echo(Request request) {
        return Response.json(
                Map.of(
                        "method",
                        request.method(),
                        "query",
                        request.query().asMap(),
                        "form",
                        request.contentType().startsWith("application/json")
                                ? Map.of()
                                : request.form().asMap(),
                        "json",
                        request.contentType().startsWith("application/json")
                                ? String.valueOf(request.json())
                                : "",
                        "secure",
                        request.secure(),
                        "agent",
                        String.valueOf(request.header("User-Agent"))));
    }

    static Response upload(Request request) throws IOException {
        UploadedFile file = request.file("cover");
        return file == null
                ? Response.text("none").withStatus(400)
                : Response.text(
                        file.name() + ": " + new String(file.bytes(), StandardCharsets.UTF_8));
    }

    static Response mail(Request request) {
        EmailMessage.of("Welcome", "Welcome.")
                .html("<b>Welcome.</b>")
                .to(String.valueOf(request.query().get("to")))
                .send();
        return Response.text("sent");
    }

    static Response visits(Request request) {
        String before = request.cookie("visits");
        int visits = before == null ? 1 : Integer.parseInt(before) + 1;
        Response page = Response.text("visit " + visits);
        return visits > 2
                ? page.withoutCookie("visits")
                : page.withCookie(Cookie.of("visits", String.valueOf(visits)));
    }

    static Response clock(Request request) {
        Context site = Context.current();
        return Response.text(
                site.clock()
                        .instant()
                        .atZone(site.settings().get(KernelSettings.TIME_ZONE))
                        .toLocalDateTime()
                        .toString());
    }

    static Response fails(Request request) throws IOException {
        if (request.query().has("checked")) {
            throw new IOException("no disk");
        }
        throw new IllegalStateException("broken on purpose");
    }

    static Response loop(Request request) {
        List<String> names = new ArrayList<>();
        for (Album album : Albums.all()) {
            names.add(Artists.get(Artists.id.eq(album.artist.id())).name);
        }
        return Response.text(String.join(", ", names));
    }
}
