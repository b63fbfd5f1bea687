package dev.quintet.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void joinsWordsThatOnlyTheMarkupParts() {
        assertThat(VisibleText.of("<p>Djan<b>go</b>logy</p><p>by&nbsp;Tom &amp; Co</p>"))
                .isEqualTo("Djangology by Tom & Co");
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(
                        VisibleText.of(
                                "a<!-- <b>b</b> --><SCRIPT>if (a < b) c</Script>"
                                        + "<style>d</style><p title=\"e > f\">g"))
                .isEqualTo("a g");
    }

    @Test
    void takesWhatIsNoTagAsText() {
        assertThat(VisibleText.of("1 < 2 and <")).isEqualTo("1 < 2 and <");
        assertThat(VisibleText.of("a<p")).isEqualTo("a");
        assertThat(VisibleText.of("a<script>b")).isEqualTo("a");
    }

    @Test
    void isDoneInOneWalk() {
        String hostile =
                "<script>".repeat(200_000) + "<!--".repeat(200_000) + "<a \"".repeat(200_000);

        assertThat(VisibleText.of(hostile)).isEmpty();
    }
}
