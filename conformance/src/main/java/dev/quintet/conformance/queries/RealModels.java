package dev.quintet.conformance.queries;

import dev.quintet.auth.Group;
import dev.quintet.auth.Permission;
import dev.quintet.auth.User;
import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.conformance.realdb.library.Author;
import dev.quintet.conformance.realdb.library.AuthorProfile;
import dev.quintet.conformance.realdb.library.Authorship;
import dev.quintet.conformance.realdb.library.Book;
import dev.quintet.conformance.realdb.library.Branch;
import dev.quintet.conformance.realdb.library.Category;
import dev.quintet.conformance.realdb.library.Copy;
import dev.quintet.conformance.realdb.library.Country;
import dev.quintet.conformance.realdb.library.ExpensiveBook;
import dev.quintet.conformance.realdb.library.InvoiceLine;
import dev.quintet.conformance.realdb.library.Loan;
import dev.quintet.conformance.realdb.library.Magazine;
import dev.quintet.conformance.realdb.library.Member;
import dev.quintet.conformance.realdb.library.Newspaper;
import dev.quintet.conformance.realdb.library.Periodical;
import dev.quintet.conformance.realdb.library.Publisher;
import dev.quintet.conformance.realdb.library.Review;
import dev.quintet.conformance.realdb.library.TaggedItem;
import dev.quintet.conformance.realdb.polls.Choice;
import dev.quintet.conformance.realdb.polls.Question;
import dev.quintet.contenttypes.ContentType;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.web.sessions.Session;
import java.util.ArrayList;
import java.util.List;

/// The models of the recorded site: its own, and those that Quintet ships in the place of Django's.
public final class RealModels {

    /// All of them, those that others lead to first.
    public static final List<Class<? extends Entity>> CLASSES =
            List.of(
                    ContentType.class,
                    Permission.class,
                    Group.class,
                    User.class,
                    LogEntry.class,
                    Session.class,
                    Question.class,
                    Choice.class,
                    Country.class,
                    TaggedItem.class,
                    Publisher.class,
                    Author.class,
                    AuthorProfile.class,
                    Category.class,
                    Book.class,
                    ExpensiveBook.class,
                    Authorship.class,
                    Branch.class,
                    Copy.class,
                    Member.class,
                    Loan.class,
                    Review.class,
                    Periodical.class,
                    Magazine.class,
                    Newspaper.class,
                    InvoiceLine.class);

    private RealModels() {}

    /// {@return them as a site has them}
    public static Models models() {
        List<ModelMapping<?>> mappings = new ArrayList<>();
        CLASSES.forEach(model -> mappings.add(Mappings.of(model)));
        return Models.of(mappings);
    }
}
