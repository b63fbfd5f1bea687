package dev.quintet.migrations.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.state.ModelState;
import org.junit.jupiter.api.Test;

class ProjectStateTest {

    private final ProjectState one = ProjectState.empty().with(ModelState.of("shop", "Album"));

    @Test
    void staysAsItWasWhenAnOperationGoesOn() {
        ProjectState none = new DeleteModel("shop.Album").stateForwards(one);

        assertThat(none.models()).isEmpty();
        assertThat(one.models()).hasSize(1);
    }

    @Test
    void namesTheNearestModel() {
        assertThatThrownBy(() -> new DeleteModel("shop.Albun").stateForwards(one))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("no model shop.Albun")
                .hasMessageContaining("Did you mean 'shop.Album'?");
    }

    @Test
    void refusesAModelTwice() {
        assertThatThrownBy(() -> new CreateModel(ModelState.of("shop", "Album")).stateForwards(one))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("shop.Album is created a second time");
    }
}
