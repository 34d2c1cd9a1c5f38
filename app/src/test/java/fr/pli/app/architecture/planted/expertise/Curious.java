package fr.pli.app.architecture.planted.expertise;

import fr.pli.exchange.message.Boxes;

/** Names what the exchange keeps to itself: must be found by the rule about {@code exchange-api.txt}. */
class Curious {

    Boxes boxes;
}
