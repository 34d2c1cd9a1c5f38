package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Expertises.Seen;
import fr.pli.expertise.folder.Access;
import fr.pli.expertise.folder.FolderRefusal;
import fr.pli.expertise.folder.Sight;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the doors of addresses: the expertise first, then the folder in it; both refuse like unknown ids (M-4). */
@Component
class Rooms {

    private final Expertises expertises;
    private final Access access;

    Rooms(Expertises expertises, Access access) {
        this.expertises = expertises;
        this.access = access;
    }

    Seen expertise(Person person, UUID expertise) {
        return expertises.known(person, expertise);
    }

    /** A folder that exists for that person, be it switched off now. */
    Room folder(Person person, UUID expertise, UUID folder) {
        Seen seen = expertise(person, expertise);
        Sight sight = access.sight(person.id(), folder)
                .filter(found -> found.folder().expertise().equals(expertise) && found.listed())
                .orElseThrow(FolderRefusal.UNKNOWN::with);
        return new Room(seen, sight);
    }

    record Room(Seen dossier, Sight sight) {}
}
