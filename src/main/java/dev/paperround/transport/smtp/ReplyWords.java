package dev.paperround.transport.smtp;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Matches the phrases of mail systems, hand-written, as no library knows them. A letter that SMTP may have garbled is
 * one or two dots; gaps between words and the searched text are bounded.
 */
final class ReplyWords {
    private static final int LONGEST = 2000;

    // Only certain senders may write to the mailbox.
    static final Predicate<SmtpReply> RESTRICTED = words(
            "RESOLVER\\.RST",
            "(members|subscribers|employees|staff|internal senders|authenticated senders)[ -]only",
            "only (for |accepts? (mail|messages|e-?mails?) (only )?from )",
            "(does not|doesn't|not) accept(ing)? (mail|messages|e-?mails?) from (you|outside|external|this sender|unknown|strangers)",
            "only (members|subscribers|authenticated|internal)",
            "not (allowed|permitted|authori[sz]ed) to (send|post|write)( \\w+){0,3} to (this|the|that) (group|list|recipient|user|mailbox|address|distribution)",
            "not a member|(not have|no|without) permission to (post|write|send) ",
            "blocked by (the |this )?(recipient|user|mailbox owner)",
            "(recipient|user|mailbox owner) (has |have )?(blocked|refuse[sd]|rejected) (the |this |your )?(sender|mail|message)",
            "restricted (recipient|group|mailbox|address)",
            "(nur|seulement|solo|s.{1,2}lo) (f.{1,2}r mitglieder|pour les membres|para miembros|per membri)");

    static final Predicate<SmtpReply> RECEIVING_TOO_MUCH = words(
            "(receiving|receives|received|getting)( \\w+){0,3} (at a rate|at too|too (quickly|fast|much|many))",
            "arriving( \\w+){0,2} (at a rate|too|at too|quickly|faster)",
            "too (many|much) (messages|mails?|e-?mails?)( \\w+){0,3} (for|to) (this|that|the) (user|recipient|mailbox|account|address)",
            "recipient('s|s)?( \\w+){0,3} (rate|receive|receiving|inbound) ?(\\w+ )?(limit|exceeded)",
            "(mailbox|account|user) (is )?(temporarily )?(busy|locked|in use)");

    static final Predicate<SmtpReply> GREYLISTED = words("gr[ea]y-? ?list", "postgrey", "try again (in|after) \\d+");

    static final Predicate<SmtpReply> SENDER_REFUSED = words(
            "(sender|from|return[- ]path|envelope[- ]from|mail from|originator)('s)?( e-?mail)?( address| domain| host| header| name)?:? (is |was |has been |does |not )?"
                    + "(rejected|refused|denied|unknown|invalid|not |blocked|block-?listed|blacklisted|banned|unverified|disallowed|un(authori[sz]ed|routable|routeable|resolvable))",
            "(invalid|bad|unknown|unverified|unauthori[sz]ed|forged|blocked|blacklisted|banned|disallowed|forbidden|wrong|spoofed) "
                    + "(sender|return[- ]path|from address|from header|mail from|envelope[- ]from|originator)",
            "sender (verif(y|ication)|callout|callback|policy|id |address verification)",
            "(could not|cannot|can't|unable to|failed to) verify (the |your )?(sender|from)",
            "(domain|address) of (the )?(sender|from|envelope)",
            "(reject|refus|den)\\w+ (the )?(sender|mail from)",
            "(not|never) (allowed|authori[sz]ed|permitted|entitled) to (send|use|submit)( \\w+){0,3} (as|from|on behalf|for|with|this)",
            "(client does not have|no) permissions? to send as",
            "send[- ]as[- ]denied|SendAsDenied",
            "absender ?(adresse|domain|domäne)?.{0,30}(abgelehnt|unbekannt|ung.{1,2}ltig|verweigert|gesperrt|nicht)",
            "(exp.{1,2}diteur|remitente|mittente|remetente|afzender|nadawca|отправител\\w*).{0,30}(refus|rechaz|rifiut|rejeit|geweigerd|odrzuc|отклон|отверг|inconnu|desconoc|sconosc|недопустим)",
            "发件人.{0,12}(拒绝|无效|不存在|被拒|禁止)|寄件者.{0,12}(拒絕|無效)|(差出人|送信者).{0,16}(拒否|無効)|발신자.{0,12}(거부|차단)");

    static final Predicate<SmtpReply> NOT_VERIFIED = words(
            "(address|identity|identities|domain|sender|from|account)('s)?( \\w+){0,3} (is |are |was |has |have )?(not|n't) (been )?(yet )?verified",
            "verified sender|sender identit|identities failed|unverified|not (a )?verified",
            "sandbox|free accounts? (are|is|can)|trial account|test mode",
            "(domain|account|subdomain)( \\S+){0,3} (is )?not (allowed|authori[sz]ed|permitted|enabled|activated|configured) (to|for) send",
            "sending (has been |is |was )?(paused|suspended|disabled|blocked)",
            "bulk (mail|e-?mail|sending) (is )?not (allowed|permitted)");

    static final Predicate<SmtpReply> MAY_NOT_RELAY = words(
            "relay(ing)?( access| service| request| of mail| mail)?( is| was| has been| through \\S+| to \\S+| from \\S+)?:? (denied|refused|rejected|not |prohibited|disallowed|forbidden|impossible|disabled)",
            "(unable|not permitted|not allowed|not authori[sz]ed|cannot|can't|may not|won't|will not|do(es)? not|don't|refus\\w+|denied|no right|attempt) (to |from |for )?relay",
            "(no|not an? open|not an) relay|open relay|rcpthosts|allowed list of",
            "(must|need to|have to|please) (issue|authenticate|log ?in|use starttls)|authenticate first|(smtp )?auth\\w* (is )?(required|needed|failed|unsuccessful|credentials)|starttls|not authenticated|authenticate with",
            "relay.{0,20}(verweigert|nicht (erlaubt|gestattet))|relais.{0,20}(refus|interdit)|不允许转发|中继|中繼|릴레이");

    static final Predicate<SmtpReply> OUR_QUOTA = words(
            "(daily|hourly|monthly|24[- ]hours?|sending|outgoing|outbound|submission|smtp|sender|send|transmission)( \\S+){0,4} (limit|quota|allowance|cap|maximum|rate|credits)s?\\b",
            "(limit|quota|allowance|maximum|cap) (of|for|on) (\\S+ )?(messages|mails|e-?mails|recipients|sends|sent|sending|outgoing|today|the day|this day|the hour)",
            "(messages?|mails?|e-?mails?|recipients?|rate)( \\S+){0,2} limit|rate[- ]limit|ratelimit",
            "(limit|quota)( \\S+){0,3} (per|a|each) (day|hour|minute|second|month)",
            "(too many|sent too|exceed\\w*( \\S+){0,4}) (messages|mails|e-?mails|recipients|connections|sends)( \\S+){0,3} (sent|from|per|in|today|this|within)",
            "throttl|out of credits|(not enough|insufficient|no) (sending )?credits|sending too (fast|many|much|quickly)",
            "(t.{1,2}gliche\\w*|tages|versand|sende).{0,3}(limit|quota|kontingent)|limite (quotidienne|d'envoi|diario|diaria|de env|giornalier|di invio)|суточн\\w* лимит|лимит (отправ|сообщ|писем)|发信.{0,8}(超|限)|每日.{0,8}(限|额)|送信(数|制限|上限)");

    static final Predicate<SmtpReply> OF_OURS = words(
            "your (sending|account|domain|ip|server|host|network|organi[sz]ation|tenant|plan|subscription|credentials?|password|licen[cs]e|sender|from|reputation|smtp|mail ?server|e-?mail server)");

    static final Predicate<SmtpReply> RECIPIENT_REJECTED = words("recipient (address(es)? )?(rejected|denied|refused)");

    static final Predicate<SmtpReply> REPUTATION = words(
            "(black|block|deny|reject|drop)[- ]?list|blackhole|dnsbl|\\brbl\\b|surbl|uribl|spamhaus|spamcop|barracudacentral|sorbs|uceprotect|senderscore|sender score|cloudmark|abusix|invaluement|mailspike|proofpoint dynamic|csi\\.|trustedsource|\\bPBL\\b|\\bXBL\\b|\\bSBL\\b",
            "reputation|complaints|unusual rate|bulk (mail|sender)|(spam|suspicious) (source|sender|host)|spamming|source of spam|sender of spam",
            "blocked (using|by|with|due|for|from)|\\b(ip|ip address|host|client|server|network|address|domain)( \\S+){0,4} (is |was |has been |are )?(on (the|a|our) list|listed|banned|block(ed|list\\w*)|blacklisted|dynamic|not welcome)",
            "\\b(client host|client|host|ip|connection|helo|ehlo)( \\S+){0,4} (rejected|refused|denied|not allowed)|list of hosts|access from (this|your) (ip|host)",
            "reverse (dns|hostname|lookup)|\\bPTR\\b|rdns|fcrdns|cannot find your|\\bhelo\\b|\\behlo\\b|generic hostname|dynamic ip|residential",
            "\\bSPF\\b|\\bDKIM\\b|\\bDMARC\\b|\\bARC\\b|unauthenticated|authentication (checks?|results?|information|requirements?)|does(n't| not) (pass|meet)( \\S+){0,3} (authentication|requirement)");

    static final Predicate<SmtpReply> NO_SUCH_MAILBOX = words(
            "no(t a)? ?(such|valid|local|active|known|existing|mail) ?(e-?mail )?(user|mailbox|box|address|recipient|account|person|name|customer|member|alias|domain|host|local|destination)",
            "no such (\\S+ ){1,2}(here|found|in|at)|no such (object|one|entry)|nobody (here )?(by|of|with|called|named)|no one here|no (mailbox|account|user|person|recipient|address|inbox)( \\S+){0,2} (here|by|of|with|called|named|that name|for)",
            "(user|recipient|mailbox|mail box|address|account|addressee|member|customer|alias|local[- ]part|destination|rcpt|person|inbox)( name| address)?:?( \\S+){0,4}? ?(is |was |has |have |has been |are |been |currently |be |could |can |does |do |did )*(unknown|not found|not known|not be found|unavailable|invalid|incorrect|inexistent|non-?existent|nonexist\\w*|not exist\\w*|doesn't exist|undeliverable|unrout\\w+|not recogni[sz]ed|not valid|not registered|not listed|not available|not (currently )?active|inactive|disabled|de-?activated|suspended|closed|expired|terminated|deleted|removed|discontinued|cancell?ed|no longer|not on (this|our)|not here|not local|not present|not our|not a (valid|known|customer|user)|notfound)",
            "(does not|doesn't|do not|don't|did not|didn't|not) (exist|have (an?|such|this|that) (\\S+ )?(account|mailbox|user|address|inbox))",
            "(invalid|unknown|bad|non-?existent|nonexistent|inactive|incorrect|disabled|wrong|unrout\\w+|undeliverable|deactivated|suspended|expired|closed|deleted|obsolete|illegal) (e-?mail |destination |local |recipient |mail |remote |system )*(user|recipient|mailbox|address|account|local[- ]part|destination|addressee|rcpt|alias|domain|host)",
            "(can't|cannot|can not|could not|couldn't|unable to) (find|locate|verify|identify|resolve|route)( \\S+){0,2} (user|mailbox|recipient|address|account)",
            "invalid final delivery|no MX (record )?found|no matches to nameserver query",
            "no longer (\\S+ )?(available|active|valid|exists?|on server|works?|employed|in use|used|accepted|accepts|with|here|a customer|monitored|receiving)|not our customer|has (left|moved|retired)|not listed in|user not local",
            "recipient( address)? (rejected|not found|notfound)|RecipientNotFound|RecipNotFound|unknown or illegal|mailbox_not_found|(host|domain)( \\S+){0,3} (not found|does not exist|unknown)|NXDOMAIN",
            "(benutzer|nutzer|empf.{1,2}nger|postfach|adresse|konto|mailbox|teilnehmer|kunde)\\w*.{0,30}(unbekannt|existiert nicht|nicht (vorhanden|gefunden|bekannt|existent|mehr)|ung.{1,2}ltig|deaktiviert|gesperrt|gel.{1,2}scht)|unbekannte\\w* (benutzer|nutzer|empf|adresse|postfach|mailbox)|kein\\w* (solche\\w* )?(benutzer|nutzer|postfach|empf.{1,2}nger|konto|mailbox)",
            "(utilisateur|destinataire|adresse|bo.{1,2}te|compte|usager).{0,30}(inconnue?|existe pas|existe plus|inexistante?|introuvable|invalide|d.{1,2}sactiv)|aucun (utilisateur|compte|destinataire)",
            "(usuario|destinatario|buz.{1,2}n|cuenta|direcci.{1,2}n|casilla).{0,30}(desconocid|no existe|inexistente|no encontrad|no v.{1,2}lid|desactivad|inv.{1,2}lid)",
            "(utente|destinatario|casella|indirizzo|account).{0,30}(sconosciut|inesistente|non esiste|non trovat|disabilitat|disattivat|non valid)",
            "(usu.{1,2}rio|destinat.{1,2}rio|caixa postal|conta|endere.{1,2}o).{0,30}(desconhecid|n.{1,2}o existe|inexistente|n.{1,2}o encontrad|inv.{1,2}lid|desativad)",
            "(gebruiker|ontvanger|postbus|adres|postvak).{0,30}(onbekend|bestaat niet|niet gevonden|ongeldig)|onbekende (gebruiker|ontvanger)",
            "(u.ytkownik|odbiorca|konto|skrzynka|adres).{0,30}(nieznan|nie istnieje|nie znaleziono)|nie ma takie(go|j)|nieznany (u.ytkownik|odbiorca)",
            "(пользовател|адресат|получател|ящик|адрес|аккаунт).{0,40}(не найден|не существ|неизвест|отключ|заблокирован|удал|недоступ)|нет такого|неизвестный (пользователь|получатель|адрес)|не существует",
            "(okänd|ukendt|ukjent|tuntematon|nezn.{1,2}m.{1,2}|ismeretlen|necunoscut|непознат|άγνωστος) |finns inte|findes ikke|finnes ikke|ei löydy|neexistuje|nem létez|nu exist|bulunamadı|mevcut değil|δεν υπάρχει",
            "(用户|邮箱|收件人|账号|帐号|地址|帳號|信箱|用戶).{0,8}(不存在|未找到|无效|無效|已停用|已注销|停用|禁用|找不到)|无此用户|無此用戶|无此邮箱|找不到.{0,6}(用户|收件人|邮箱|信箱)|无效的?(收件人|邮箱|用户|地址)",
            "(ユーザ|宛先|メールアドレス|受信者|アカウント).{0,16}(存在しません|見つかりません|不明|無効|ありません)|該当する.{0,10}(ありません|いません)|(ディレクトリ|リスト).{0,6}(見つかりません|ありません)",
            "(사용자|수신자|계정|메일함|주소).{0,16}(없습니다|존재하지|찾을 수 없|알 수 없)|존재하지 않는");

    static final Predicate<SmtpReply> FULL = words(
            "quota|over ?limit|(mailbox|inbox|mail box|account|storage|disk|maildir|folder)( \\S+){0,4} (is |are |was )?(too )?(full|exceed\\w*|exhausted|large)|(exceed\\w*|insufficient|not enough|out of|no)( \\S+){0,4} (storage|space|mailbox size|size of the mailbox)|full mailbox",
            "postfach.{0,30}voll|speicher(platz)?.{0,30}(voll|ersch|.{1,2}berschritten)|bo.{1,2}te.{0,30}pleine|buz.{1,2}n.{0,30}lleno|casella.{0,30}piena|caixa.{0,30}cheia|vol(le)? (mailbox|postbus)|przepełnion|переполнен|превышен|满|滿|いっぱい|容量|용량");

    static final Predicate<SmtpReply> UNWANTED = words(
            "polic|spam|junk|virus|malware|unsolicited|block|denied|content|prohibit|forbidden|not (accepted|allowed|permitted|welcome)|unwanted|too (large|big|long)|message size|exceeds? (the )?(maximum )?(message |mail )?size|administrative");

    static final Predicate<SmtpReply> OF_A_RECIPIENT = words(
            "\\b(recipient|mailbox|addressee|inbox|rcpt)\\b|\\b(the|this|that) (user|account|address|group|list)\\b|empf.{1,2}nger|destinatair|destinatari|получател|收件人|宛先|수신자");

    private ReplyWords() {}

    private static Predicate<SmtpReply> words(String... alternatives) {
        var pattern = Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return reply -> {
            var text = reply.text().substring(0, Math.min(reply.text().length(), LONGEST));
            return pattern.matcher(text.replaceAll("\\s+", " ")).find();
        };
    }
}
