package fr.pli.exchange.account;

import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says the link of the first start on the console, never in the log files. */
@Component
@ConditionalOnWebApplication
class SetupAnnouncement {

    private final FirstSetup setup;

    SetupAnnouncement(FirstSetup setup) {
        this.setup = setup;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        announce(System.out);
    }

    void announce(PrintStream console) {
        setup.link().ifPresent(link -> console.printf("""

                ────────────────────────────────────────────────────────────────────────
                Pli has no administrator yet. Create the first one here, within a day:
                Pli n’a pas encore d’administrateur. Créez le premier ici, sous 24 heures :

                    %s

                ────────────────────────────────────────────────────────────────────────

                """, link));
    }
}
