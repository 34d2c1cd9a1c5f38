package fr.pli.expertise.archive.web;

import fr.pli.expertise.dossier.Tab;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Archive ». */
@Component
@Order(50)
class ArchiveTab implements Tab {

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public String path(UUID expertise) {
        return "/expertises/" + expertise + "/archive";
    }
}
