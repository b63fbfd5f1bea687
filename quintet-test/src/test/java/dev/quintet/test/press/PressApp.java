package dev.quintet.test.press;

import dev.quintet.auth.HasRules;
import dev.quintet.auth.Rule;
import dev.quintet.kernel.app.App;
import java.util.List;

/// Articles.
public final class PressApp implements App, HasRules {

    @Override
    public List<Rule<?>> rules() {
        return List.of(Article.EDIT);
    }
}
