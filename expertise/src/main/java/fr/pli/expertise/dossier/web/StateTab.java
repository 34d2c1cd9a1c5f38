package fr.pli.expertise.dossier.web;

import fr.pli.expertise.dossier.Tab;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Suivi ». */
@Component
@Order(40)
class StateTab implements Tab {

    @Override
    public String name() {
        return "state";
    }

    @Override
    public String path(UUID expertise) {
        return "/expertises/" + expertise + "/state";
    }
}
