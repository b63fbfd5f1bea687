package dev.quintet.web;

import dev.quintet.forms.Form;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.web.messages.Messages;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A form over several pages. django-formtools: `NamedUrlSessionWizardView`.
///
/// ```java
/// static final WizardStep<AddressForm> ADDRESS = WizardStep.of("address", AddressForm::new);
/// static final WizardStep<GiftForm> GIFT = WizardStep.of("gift", GiftForm::new)
///         .when(answers -> answers.form(ADDRESS).gift.orThrow());
///
/// path("order/", WizardView.of("order", "shop/order.html", ADDRESS, GIFT).done((request, answers) -> {
///     place(answers.form(ADDRESS).street.orThrow(), answers.find(GIFT));
///     return redirect("shop:thanks");
/// }))
/// ```
///
/// Each step has an address of its own (`?step=gift`), so that the browser's ways back and forth
/// lead between them, and each is kept in the visitor's session once it is fine. Steps are never
/// skipped: who asks for a later one is led to the first that is missing. When the last is answered
/// all are checked again, and `done` runs once; what was remembered, files too, is forgotten then.
///
/// The template gets `form`, `wizard` (a {@link Progress}) and `answers`. Immutable; safe for many
/// threads.
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class WizardView implements View {

    @Serial private static final long serialVersionUID = 1L;

    private static final String STEP = "step";

    private final String name;
    private final String template;
    private final List<WizardStep<?>> steps;
    private final @Nullable String storage;
    private final BiFunction<Request, WizardAnswers, Response> done;
    private final BiFunction<Request, WizardAnswers, Map<String, ?>> more;

    private WizardView(
            String name,
            String template,
            List<WizardStep<?>> steps,
            @Nullable String storage,
            BiFunction<Request, WizardAnswers, Response> done,
            BiFunction<Request, WizardAnswers, Map<String, ?>> more) {
        this.name = name;
        this.template = template;
        this.steps = steps;
        this.storage = storage;
        this.done = done;
        this.more = more;
    }

    /// {@return a wizard of these steps, in their order}
    ///
    /// @param name under which the session keeps it
    /// @param template of all steps that name none of their own
    /// @throws PageException when there is no step, or two have one name
    public static WizardView of(String name, String template, WizardStep<?>... steps) {
        var names = new HashSet<String>();
        for (WizardStep<?> step : steps) {
            names.add(step.name());
        }
        if (names.isEmpty() || names.size() < steps.length) {
            throw new PageException(
                    Problem.of("forms.E022", "The wizard '" + name + "' is not made of steps.")
                            .because(names.isEmpty() ? "There is none." : "Two have the same name.")
                            .fixedBy("Give it one step or more, each with a name of its own."),
                    null);
        }
        return new WizardView(
                name,
                template,
                List.of(steps),
                null,
                (_, _) -> {
                    throw new PageException(
                            Problem.of(
                                            "forms.E023",
                                            "The wizard '" + name + "' does nothing at its end.")
                                    .fixedBy("Say what: .done((request, answers) -> ...)."),
                            null);
                },
                (_, _) -> Map.of());
    }

    /// {@return this wizard with an end: called once all steps are answered and were checked again,
    /// it answers, usually by a redirect. When it throws, the answers stay for another try}
    public WizardView done(BiFunction<Request, WizardAnswers, Response> done) {
        return new WizardView(name, template, steps, storage, done, more);
    }

    /// {@return this wizard, which keeps files between steps in a storage of the site, below
    /// `wizard/`; one without addresses, since they are nobody's yet}
    ///
    /// @param storage its name
    public WizardView files(String storage) {
        return new WizardView(name, template, steps, storage, done, more);
    }

    /// {@return this wizard with more variables for its templates, made of the request and of what
    /// was answered before the step that is shown}
    public WizardView context(BiFunction<Request, WizardAnswers, Map<String, ?>> more) {
        return new WizardView(name, template, steps, storage, done, more);
    }

    /// Deletes files of visitors who never came to the end; for a task that runs by the clock.
    ///
    /// @param storage that the wizard keeps files in
    /// @param age how old they must be: longer than sessions live
    /// @return how many went
    public static int deleteFilesOlderThan(Storage storage, Duration age, Instant now)
            throws IOException {
        int gone = 0;
        for (String file : storage.list("wizard").files()) {
            if (storage.modified("wizard/" + file).isBefore(now.minus(age))) {
                storage.delete("wizard/" + file);
                gone++;
            }
        }
        return gone;
    }

    @Override
    public Response handle(Request request) {
        var memory = new WizardMemory(request.session(), name, this::storage);
        var walk = new Walk(request, memory);
        return switch (request.method()) {
            case "GET", "HEAD" -> walk.show();
            case "POST" -> walk.take();
            default -> throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD", "POST"));
        };
    }

    private Storage storage() {
        if (storage == null) {
            throw new PageException(
                    Problem.of("forms.E024", "The wizard '" + name + "' cannot keep a file.")
                            .because("It does not say in which storage.")
                            .fixedBy(
                                    "Name one that has no addresses: .files(\"private\"), with"
                                            + " STORAGES=private=folder:/srv/private."),
                    null);
        }
        return Context.current().get(Storages.KEY).get(storage);
    }

    /// Where a visitor is, for templates.
    ///
    /// @param steps all that are due as far as is known now
    /// @param number of the step that is shown, from 1
    /// @param previous address of the step before, or `null` on the first
    public record Progress(List<Stop> steps, int number, @Nullable String previous) {

        /// {@return how many steps there are, as far as is known now}
        public int count() {
            return steps.size();
        }

        /// {@return the step that is shown}
        public Stop step() {
            return steps.get(number - 1);
        }

        /// {@return whether the last step is shown}
        public boolean isLast() {
            return number == steps.size();
        }
    }

    /// A step, for templates.
    ///
    /// @param name as in the address
    /// @param label what people read
    /// @param url its address
    /// @param current whether it is the one that is shown
    /// @param answered whether it was answered, so that one may go back to it
    public record Stop(
            String name, CharSequence label, String url, boolean current, boolean answered) {}

    /// One request on its way through the steps.
    private final class Walk {

        private final Request request;
        private final WizardMemory memory;
        private final WizardAnswers answers = new WizardAnswers();

        Walk(Request request, WizardMemory memory) {
            this.request = request;
            this.memory = memory;
        }

        Response show() {
            String asked = request.query().get(STEP, "");
            List<WizardStep<?>> due = due(asked);
            WizardStep<?> last = due.getLast();
            if (!last.name().equals(asked)) {
                return to(last);
            }
            Form form = last.form(answers);
            if (memory.knows(last)) {
                memory.bind(last, form);
            }
            return page(last, form);
        }

        Response take() {
            String asked = request.query().get(STEP, "");
            List<WizardStep<?>> due = due(asked);
            WizardStep<?> last = due.getLast();
            if (!last.name().equals(asked)) {
                return astray(asked, last);
            }
            Form form = last.form(answers);
            memory.bind(last, form, request);
            boolean back = request.form().has("wizard_back") && due.size() > 1;
            boolean fine = form.isValid();
            if (back || fine) {
                memory.put(last, form, request, fine);
            }
            if (back) {
                return to(due.get(due.size() - 2));
            }
            if (!fine) {
                return request.isJson()
                        ? Response.json(Map.of("errors", form.errors().asJsonData(false)))
                                .withStatus(422)
                        : page(last, form);
            }
            answers.put(last, form);
            for (WizardStep<?> next : steps.subList(steps.indexOf(last) + 1, steps.size())) {
                if (!next.isDue(answers)) {
                    continue;
                }
                boolean known = memory.isAnswered(next) && !next.equals(steps.getLast());
                if (!known) {
                    return to(next);
                }
                Form answered = next.form(answers);
                memory.bind(next, answered);
                answers.put(next, answered);
            }
            return finish();
        }

        /// The session has ended, or the step is not due any more. What was typed is kept where its
        /// step still exists, and the visitor is told why the first step is back.
        private Response astray(String asked, WizardStep<?> missing) {
            for (WizardStep<?> step : steps) {
                if (step.name().equals(asked) && memory.isEmpty()) {
                    Form form = step.form(answers);
                    memory.bind(step, form, request);
                    memory.put(step, form, request, false);
                    Messages.warning(
                            request,
                            Gettext.gettext(
                                    "Your session has ended. Please begin again; what you sent"
                                            + " last is kept."));
                }
            }
            return to(missing);
        }

        /// All steps once more, as they are remembered: rules, stock and prices may have changed.
        private Response finish() {
            var all = new WizardAnswers();
            for (WizardStep<?> step : steps) {
                if (!step.isDue(all)) {
                    continue;
                }
                Form form = step.form(all);
                if (!memory.knows(step)) {
                    return to(step);
                }
                memory.bind(step, form);
                if (!form.isValid()) {
                    memory.doubt(step);
                    return to(step);
                }
                all.put(step, form);
            }
            Response answer = done.apply(request, all);
            if (!all.isKept()) {
                memory.forget();
            }
            return answer;
        }

        /// The steps up to the one that is asked for, or to the first that is missing before it.
        private List<WizardStep<?>> due(String asked) {
            var due = new ArrayList<WizardStep<?>>();
            for (WizardStep<?> step : steps) {
                if (!step.isDue(answers)) {
                    continue;
                }
                due.add(step);
                if (step.name().equals(asked) || !memory.isAnswered(step)) {
                    return due;
                }
                Form form = step.form(answers);
                memory.bind(step, form);
                answers.put(step, form);
            }
            return due;
        }

        private Response page(WizardStep<?> step, Form form) {
            var variables = new LinkedHashMap<String, @Nullable Object>();
            variables.put("form", form);
            variables.put("wizard", progress(step));
            variables.put("answers", answers);
            variables.putAll(more.apply(request, answers));
            return Shortcuts.render(request, step.templateOr(template), variables);
        }

        private Progress progress(WizardStep<?> shown) {
            var stops = new ArrayList<Stop>();
            int number = 0;
            boolean reachable = true;
            for (WizardStep<?> step : steps) {
                boolean later = steps.indexOf(step) > steps.indexOf(shown);
                // What follows may depend on the step that is shown: it counts unless it is known
                // to be left out.
                if (later ? !isLikely(step) : !step.isDue(answers)) {
                    continue;
                }
                boolean answered = memory.isAnswered(step);
                boolean current = step.equals(shown);
                stops.add(
                        new Stop(
                                step.name(),
                                step.label(),
                                url(step),
                                current,
                                answered && reachable));
                reachable &= answered;
                number = current ? stops.size() : number;
            }
            String previous = number > 1 ? stops.get(number - 2).url() : null;
            return new Progress(List.copyOf(stops), number, previous);
        }

        private boolean isLikely(WizardStep<?> step) {
            try {
                return step.isDue(answers);
            } catch (PageException notAnsweredYet) {
                return true;
            }
        }

        private String url(WizardStep<?> step) {
            return request.path() + "?" + STEP + "=" + step.name();
        }

        private Response to(WizardStep<?> step) {
            return Response.redirect(url(step));
        }
    }
}
