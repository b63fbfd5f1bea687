package dev.quintet.auth;

import dev.quintet.http.Session;
import dev.quintet.http.Visitor;
import dev.quintet.kernel.signing.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The user of a request, read from its session when somebody asks: one statement at most, and none
/// for a page that does not ask. Belongs to the thread of its request.
final class RequestUser implements Visitor {

    static final String ID = "_auth_user_id";
    static final String BACKEND = "_auth_user_backend";
    static final String HASH = "_auth_user_hash";

    private final Session session;
    private @Nullable SiteUser user;

    RequestUser(Session session) {
        this.session = session;
    }

    @Override
    public boolean signedIn() {
        return get().signedIn();
    }

    SiteUser get() {
        SiteUser known = user;
        if (known == null) {
            known = read();
            set(known);
        }
        return known;
    }

    void set(SiteUser other) {
        user = other;
        Auth.note(other);
    }

    private SiteUser read() {
        Object id = session.get(ID);
        Object path = session.get(BACKEND);
        if (id == null || path == null) {
            return AnonymousUser.ANYBODY;
        }
        Backend backend = Accounts.current().backend(path.toString());
        AbstractBaseUser found = backend == null ? null : backend.user(id.toString());
        if (found == null) {
            return AnonymousUser.ANYBODY;
        }
        found.signedInBy(path.toString());
        String told = session.get(HASH, String.class);
        List<String> hashes = SessionHash.of(found);
        if (told != null && Secrets.equal(hashes.getFirst(), told)) {
            return found;
        }
        for (String older : hashes.subList(1, hashes.size())) {
            if (told != null && Secrets.equal(older, told)) {
                session.cycleKey();
                session.put(HASH, hashes.getFirst());
                return found;
            }
        }
        // The password has changed since, or the session was not made here.
        session.flush();
        return AnonymousUser.ANYBODY;
    }
}
