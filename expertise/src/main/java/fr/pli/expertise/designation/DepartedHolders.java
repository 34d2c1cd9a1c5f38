package fr.pli.expertise.designation;

import fr.pli.expertise.departure.StaffDeparted;
import fr.pli.expertise.departure.StaffReplaced;
import fr.pli.expertise.departure.Unattended;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What departures of court staff mean for designations without an answer that was read: they follow, or wait (T-2 to T-4). */
@Component
class DepartedHolders implements Unattended {

    private final Succession succession;
    private final DesignationTable table;

    DepartedHolders(Succession succession, DesignationTable table) {
        this.succession = succession;
        this.table = table;
    }

    @EventListener
    void on(StaffDeparted departed) {
        if (departed.successor() != null) {
            succession.follow(departed.person(), departed.successor(), null);
        }
    }

    @EventListener
    void on(StaffReplaced replaced) {
        succession.follow(replaced.person(), replaced.replacement(), replaced.by());
    }

    /** Named by the number of the court where it is known. */
    @Override
    public List<Item> of(UUID person) {
        return table.unattended(person).stream()
                .map(one -> new Item(
                        one.id(),
                        label(one),
                        "designation.state." + one.state(),
                        one.endedAt() == null ? one.sent() : one.endedAt()))
                .toList();
    }

    private static String label(Designation designation) {
        String rg = designation.matter().rg();
        return rg == null ? designation.id().toString() : "RG " + rg;
    }
}
