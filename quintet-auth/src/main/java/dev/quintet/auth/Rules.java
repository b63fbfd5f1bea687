package dev.quintet.auth;

import dev.quintet.kernel.context.Context;
import java.util.ArrayList;
import java.util.List;

/// The rules of a site's apps.
record Rules(List<Rule<?>> list) {

    static Rules current() {
        var all = new ArrayList<Rule<?>>();
        Context.current().apps().all(HasRules.class).forEach(app -> all.addAll(app.rules()));
        return new Rules(all);
    }

    boolean allows(SiteUser user, String permission, Object object) {
        for (Rule<?> each : list) {
            if (each.permission().equals(permission) && each.covers(user, object)) {
                return true;
            }
        }
        return false;
    }
}
