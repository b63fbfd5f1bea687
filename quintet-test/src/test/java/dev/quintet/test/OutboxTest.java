package dev.quintet.test;

import static dev.quintet.test.Testing.outbox;
import static dev.quintet.test.Testing.runOnCommit;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Mail;
import dev.quintet.orm.Transaction;
import dev.quintet.test.records.Records;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@SiteTest(Records.class)
class OutboxTest {

    @RepeatedTest(2)
    void holdsWhatThisTestSentAndNothingElse(Client client) {
        assertThat(client.get("/mail/?to=ada@example.com")).hasStatus(200);
        Mail.sendMail("By hand", "x", null, "bob@example.com");

        assertThat(outbox())
                .extracting(EmailMessage::subject, EmailMessage::recipients)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "Welcome", List.of("ada@example.com")),
                        org.assertj.core.api.Assertions.tuple(
                                "By hand", List.of("bob@example.com")));
        assertThat(outbox().getFirst().html()).contains("<b>");
    }

    @Test
    void catchesWhatOtherSettingsSendToo() throws Exception {
        withSettings(
                List.of("DEFAULT_FROM_EMAIL=shop@example.com"),
                () -> Mail.sendMail("Hi", "x", null, "bob@example.com"));

        assertThat(outbox()).hasSize(1);
        assertThat(outbox().getFirst().from()).hasToString("shop@example.com");
    }

    @Test
    void catchesWhatNamedMailersSend() {
        EmailMessage.of("News", "x").to("bob@example.com").using("bulk").send();

        assertThat(outbox()).extracting(EmailMessage::mailer).containsExactly("bulk");
    }

    @Test
    void holdsWhatIsSentLaterAfterTheCommitOnly() throws Exception {
        EmailMessage message = EmailMessage.of("Later", "x").to("bob@example.com");

        message.later();
        assertThat(outbox()).isEmpty();
        runOnCommit(message::later);
        assertThat(outbox()).hasSize(1);
        runOnCommit(() -> {
            try (var block = Transaction.atomic()) {
                message.later();
                block.rollback();
            }
        });
        assertThat(outbox()).hasSize(1);
    }

    @Test
    @Commits
    void holdsWhatIsSentLaterWhenTheTestCommits() {
        Transaction.atomic(() -> {
            EmailMessage.of("Later", "x").to("bob@example.com").later();
            assertThat(outbox()).isEmpty();
        });

        assertThat(outbox()).hasSize(1);
    }
}
