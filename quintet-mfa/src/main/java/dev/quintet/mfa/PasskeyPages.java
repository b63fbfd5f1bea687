package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.web.Shortcuts.redirect;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.pages.FormPage;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.FormErrors;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.validate.ValidationError;
import java.util.List;
import java.util.Map;

/// Making, renaming and removing passkeys.
final class PasskeyPages {

    private PasskeyPages() {}

    static Response options(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
        return SecurityPages.changed(
                request, user -> Response.json(PasskeyExchange.creation(request, user)));
    }

    static Response add(Request request) {
        return SecurityPages.changed(
                request,
                user -> {
                    if (Factors.passkeys(user).size() >= Factors.MOST) {
                        return redirect("security");
                    }
                    var form = new NewPasskeyForm(request, user);
                    return FormPage.answer(
                            request,
                            form,
                            "quintet/mfa/passkey_add.html",
                            () -> SecurityPages.added(request, user),
                            Map.of());
                });
    }

    static Response change(Request request, long id) {
        return SecurityPages.change(
                request,
                user -> Passkeys.filter(Passkeys.id.eq(id), Passkeys.userKey.eq(user.key())),
                one -> one.name,
                (row, name) -> row.update(Passkeys.name.set(name)));
    }

    /// A name for a new passkey, and what the device says of it.
    static final class NewPasskeyForm extends Form {

        /// What its user calls it.
        public final CharField name = NameForm.field(charField());

        private final Request request;
        private final AbstractBaseUser user;

        NewPasskeyForm(Request request, AbstractBaseUser user) {
            this.request = request;
            this.user = user;
            initial(Map.of("name", gettext("Passkey")));
        }

        @Override
        protected void clean() {
            String called = name.value();
            if (called != null
                    && PasskeyExchange.enrol(
                                    request, user, called, request.form().get("credential", ""))
                            == null) {
                addError(
                        FormErrors.WHOLE,
                        ValidationError.of(gettext("This passkey was not accepted."), "refused"));
            }
        }
    }
}
