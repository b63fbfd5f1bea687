package records.shop.migrations;

import dev.quintet.migrations.Migration;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.Touch;
import java.util.List;

/// Create model Order.
///
/// Create model OrderLine.
///
/// Create model Stock.
public final class M0001Initial extends Migration {

    /// For the app's list of migrations.
    public M0001Initial() {
        super("shop", "0001_initial");
        dependsOn("auth", "0012_alter_user_first_name_max_length");
        operations(
                createModel(
                        model("Order")
                                .with(id())
                                .with(field("token", FieldType.text(43)).asUnique().hidden())
                                .with(
                                        field("placed", FieldType.dateTime())
                                                .touched(Touch.ON_CREATE))
                                .with(field("name", FieldType.text(80)))
                                .with(field("email", FieldType.text(254)))
                                .with(field("street", FieldType.text(120)))
                                .with(field("postcode", FieldType.text(12)))
                                .with(field("city", FieldType.text(80)))
                                .with(field("country", FieldType.text(2)))
                                .with(
                                        field("shipping", FieldType.text(20))
                                                .among(
                                                        List.of(
                                                                new FieldState.Choice(
                                                                        "POST",
                                                                        "Post, in three to five days · $4.50",
                                                                        ""),
                                                                new FieldState.Choice(
                                                                        "COURIER",
                                                                        "Courier, on a day you choose · $12.00",
                                                                        ""),
                                                                new FieldState.Choice(
                                                                        "PICKUP",
                                                                        "I pick it up at the shop · free",
                                                                        ""))))
                                .with(
                                        field("deliverOn", FieldType.date())
                                                .inColumn("deliver_on")
                                                .orNull()
                                                .orBlank())
                                .with(field("note", FieldType.text()).orBlank())
                                .with(field("total", FieldType.decimal(8, 2)))
                                .with(field("sent", FieldType.dateTime()).orNull().orBlank())
                                .with(foreignKey("buyer", "auth.User", OnDelete.SET_NULL).orNull())
                                .about(options -> options.ordering("-placed"))),
                createModel(
                        model("OrderLine")
                                .with(id())
                                .with(field("price", FieldType.decimal(8, 2)))
                                .with(field("count", FieldType.int32().orMore()))
                                .with(foreignKey("album", "catalog.Album", OnDelete.PROTECT))
                                .with(foreignKey("order", "shop.Order", OnDelete.CASCADE))
                                .about(options -> options.ordering("id"))),
                createModel(
                        model("Stock")
                                .with(id())
                                .with(field("copies", FieldType.int32().orMore()))
                                .with(oneToOne("album", "catalog.Album", OnDelete.CASCADE))
                                .about(options -> options.named("stock", "stock"))));
    }
}
