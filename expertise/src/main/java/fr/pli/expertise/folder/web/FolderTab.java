package fr.pli.expertise.folder.web;

import fr.pli.expertise.dossier.Tab;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Dossiers ». */
@Component
@Order(10)
class FolderTab implements Tab {

    @Override
    public String name() {
        return "folders";
    }

    @Override
    public String path(UUID expertise) {
        return "/expertises/" + expertise;
    }
}
