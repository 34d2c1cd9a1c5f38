// The header of RFC 9440 for ops/proxy/nginx-card.conf: nginx has the card's certificate as PEM, the header wants the
// same base64 on one line between two colons. Without a certificate there is no header.
function header(r) {
  const pem = r.variables.ssl_client_raw_cert;
  return pem ? ":" + pem.replace(/-----[A-Z ]+-----|\s/g, "") + ":" : "";
}

export default { header };
