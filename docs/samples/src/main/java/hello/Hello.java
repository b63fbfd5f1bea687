package hello;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.post;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.Site;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import java.util.Map;

public final class Hello extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(HelloApp.class);
        settings.database(env("DATABASE_URL", "sqlite:hello.db"));
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                get("", Hello::index).name("index"), post("greet/", Hello::greet).name("greet"));
    }

    static Response index(Request request) {
        return render(request, "hello/index.html", Map.of("greetings", Greetings.all().limit(20)));
    }

    static Response greet(Request request) {
        String text = request.form().get("text", "").strip();
        if (!text.isEmpty() && text.length() <= 200) {
            var greeting = new Greeting();
            greeting.text = text;
            greeting.save();
        }
        return redirect("index");
    }

    public static void main(String... args) {
        new Hello().manage(args);
    }
}
