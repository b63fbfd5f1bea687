package dev.quintet.test.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.test.Client;
import dev.quintet.test.Page;
import dev.quintet.test.SiteTest;
import dev.quintet.test.motors.Driver;
import dev.quintet.test.motors.Fine;
import dev.quintet.test.motors.Fines;
import dev.quintet.test.motors.Motors;
import dev.quintet.test.motors.Truck;
import dev.quintet.test.motors.Trucks;
import dev.quintet.test.motors.Vehicle;
import dev.quintet.test.motors.Vehicles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Models that keep a part of their rows in the table of the model that they extend.
@SiteTest(Motors.class)
class AdminChildModelsTest {

    private static final String LIST = "/admin/motors/truck/";

    private final Client client = new Client();
    private final Driver ada = new Driver();
    private final Driver bob = new Driver();

    @BeforeEach
    void enter() {
        Accounts.superuser(client);
        ada.name = "Ada";
        ada.save();
        bob.name = "Bob";
        bob.save();
    }

    private static Truck givenTruck() {
        var truck = new Truck();
        truck.plate = "Q 1";
        truck.tons = 7;
        truck.save();
        return truck;
    }

    @Test
    void showsAllFieldsThoseOfTheModelAboveFirst() {
        Page page = client.get(LIST + "add/");

        page.assertThat().isOk();
        assertThat(page.source())
                .containsSubsequence(
                        "name=\"plate\"",
                        "name=\"wheels\"",
                        "name=\"owner\"",
                        "name=\"drivers\"",
                        "name=\"tons\"")
                .doesNotContain("vehicle_ptr");
    }

    @Test
    void addsARowOfBothTables() {
        client.postForm(
                        LIST + "add/",
                        Map.of(
                                "plate",
                                "Q 2",
                                "wheels",
                                "6",
                                "owner",
                                ada.id,
                                "drivers",
                                List.of(ada.id, bob.id),
                                "tons",
                                "12"))
                .assertThat()
                .redirectsTo(LIST);

        Truck truck = Trucks.get(Trucks.plate.eq("Q 2"));
        assertThat(truck.wheels).isEqualTo(6);
        assertThat(truck.tons).isEqualTo(12);
        assertThat(truck.owner.get()).isEqualTo(ada);
        assertThat(truck.drivers.list()).containsExactlyInAnyOrder(ada, bob);
    }

    @Test
    void changesWhatTheModelAboveHasAndSaysSo() {
        Truck truck = givenTruck();
        String page = LIST + truck.id + "/change/";
        client.get(page).assertThat().isOk().containsSource("value=\"Q 1\"");

        client.postForm(page, Map.of("plate", "Q 3", "wheels", "4", "tons", "7"))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(Vehicles.get(Vehicles.id.eq(truck.id)).plate).isEqualTo("Q 3");
        client.get(LIST + truck.id + "/history/").assertThat().isOk().contains("Changed Plate.");
    }

    @Test
    void refusesWhatIsWrongInTheTableAbove() {
        client.postForm(LIST + "add/", Map.of("plate", "", "wheels", "many", "tons", "7"))
                .assertThat()
                .isOk()
                .contains("This field is required.", "Enter a whole number.");

        assertThat(Vehicles.all().exists()).isFalse();
    }

    @Test
    void looksUpRowsAmongThoseThatARelationMayBeGiven() {
        bob.licensed = false;
        bob.save();
        String drivers = "/admin/motors/driver/?_popup=1&_for=motors.";

        client.get("/admin/motors/vehicle/add/")
                .assertThat()
                .containsSource("?_popup=1&amp;_for=motors.Vehicle.owner\"");
        client.get(drivers + "Vehicle.owner")
                .assertThat()
                .contains("Ada", "1 driver")
                .doesNotContain("Bob");
        client.get(drivers + "Vehicle.drivers").assertThat().contains("Ada", "Bob", "2 drivers");
        client.get(drivers + "Vehicle.plate").assertThat().redirectsTo("/admin/motors/driver/?e=1");
    }

    @Test
    void editsRowsThatKeepAnotherFieldThanTheKey() {
        var vehicle = new Vehicle();
        vehicle.plate = "Q 9";
        vehicle.save();
        var fine = new Fine();
        fine.vehicle.set(vehicle);
        fine.reason = "too fast";
        fine.save();
        String page = "/admin/motors/vehicle/" + vehicle.id + "/change/";
        client.get(page).assertThat().isOk().containsSource("value=\"too fast\"");

        var fields = new HashMap<String, Object>(Map.of("plate", "Q 9", "wheels", "4"));
        fields.putAll(Map.of("fine_set-TOTAL_FORMS", 2, "fine_set-INITIAL_FORMS", 1));
        fields.putAll(Map.of("fine_set-0-id", fine.id, "fine_set-0-reason", "far too fast"));
        fields.put("fine_set-1-reason", "no light");
        client.postForm(page, fields).assertThat().redirectsTo("/admin/motors/vehicle/");

        assertThat(Fines.filter(Fines.vehicle.eq(vehicle)).list())
                .extracting(one -> one.reason)
                .containsExactly("far too fast", "no light");
        client.get("/admin/motors/vehicle/add/").assertThat().isOk();
    }

    @Test
    void deletesTheRowsOfBothTables() {
        Truck truck = givenTruck();

        client.postForm(LIST + truck.id + "/delete/", Map.of("post", "yes"))
                .assertThat()
                .redirectsTo(LIST);

        assertThat(Vehicles.all().exists()).isFalse();
    }
}
