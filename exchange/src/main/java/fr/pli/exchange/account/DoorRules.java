package fr.pli.exchange.account;

import java.util.Set;
import org.springframework.stereotype.Component;

/** By which doors people of a profile sign in on this installation: the setting, else the shipped policy. */
@Component
public class DoorRules {

    private final AccountSettings settings;
    private final CardDoor cards;

    DoorRules(AccountSettings settings, CardDoor cards) {
        this.settings = settings;
        this.cards = cards;
    }

    public boolean byPassword(Profile profile) {
        Set<Door> doors = doors(profile);
        return doors.contains(Door.PASSWORD) || doors.contains(Door.PASSWORD_WITHOUT_CARDS) && !cards.open();
    }

    public boolean byCertificate(Profile profile) {
        return cards.open() && doors(profile).contains(Door.CERTIFICATE);
    }

    private Set<Door> doors(Profile profile) {
        return settings.doors().getOrDefault(profile, Door.usual(profile));
    }
}
