package fr.pli.expertise.contradictoire.web;

import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Tab;
import fr.pli.expertise.rights.Role;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Contradictoire », for expert and co-experts. */
@Component
@Order(40)
class BoardTab implements Tab {

    @Override
    public String name() {
        return "contradictoire";
    }

    @Override
    public String path(UUID expertise) {
        return "/expertises/" + expertise + "/contradictoire";
    }

    @Override
    public boolean shown(Expertises.Seen seen) {
        return seen.has(Role.EXPERT) || seen.has(Role.CO_EXPERT);
    }
}
