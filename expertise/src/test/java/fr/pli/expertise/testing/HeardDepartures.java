package fr.pli.expertise.testing;

import fr.pli.expertise.departure.StaffDeparted;
import fr.pli.expertise.departure.StaffReplaced;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What other features hear of departures, once it is committed. */
@Component
public class HeardDepartures {

    private final List<StaffDeparted> departed = new CopyOnWriteArrayList<>();
    private final List<StaffReplaced> replaced = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void on(StaffDeparted event) {
        departed.add(event);
    }

    @TransactionalEventListener
    void on(StaffReplaced event) {
        replaced.add(event);
    }

    public List<StaffDeparted> of(UUID person) {
        return departed.stream().filter(event -> event.person().equals(person)).toList();
    }

    public List<StaffReplaced> replacementsOf(UUID person) {
        return replaced.stream().filter(event -> event.person().equals(person)).toList();
    }
}
