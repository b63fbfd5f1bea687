package dev.quintet.test.motors;

import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.admin.TabularInline;
import dev.quintet.kernel.app.App;

/// Vehicles and who drives them.
public final class MotorsApp implements App, HasAdmin {

    /// For the site.
    public MotorsApp() {}

    @Override
    public void admin(AdminSite site) {
        site.register(Truck.class);
        site.register(new VehicleAdmin());
        site.register(Driver.class);
    }

    private static final class VehicleAdmin extends ModelAdmin<Vehicle> {

        VehicleAdmin() {
            rawIdFields(Vehicles.owner);
            inline(new FineInline());
        }
    }

    private static final class FineInline extends TabularInline<Fine, Vehicle> {

        FineInline() {
            super(Fines.vehicle);
            extra(1);
        }
    }
}
