package dev.paperround.bounce.message;

import java.util.regex.Pattern;

// Hand-written, as no library knows these phrases. They tell the fate of a mail, but not the reason for it.
final class NoticePhrases {
    // The mail is delayed; nothing has failed yet.
    static final Pattern STILL_TRYING = words(
            "warning message only|(?:do|need) not (?:need to )?(?:resend|re-send)|(?:has )?not yet been delivered|(?:still|will) (?:be |being )?retried",
            "will continue to be (?:made|tried)|has been postponed|will (?:keep|continue|be) (?:trying|to try|retry\\w*|to be retried)|(?:is|are) still (?:trying|being (?:tried|retried))|will (?:try|retry) (?:again )?(?:for|until)",
            "delivery (?:has been |is |was )?(?:delayed|deferred)|delayed mail|status notification \\(delay\\)|delivery incomplete|temporary problem delivering",
            "noch nicht zugestellt|weitere zustellversuche|wird (?:weiter|erneut) versucht|zustellung verzögert|zustellungsverzögerung|verzögerte zustellung",
            "(?:remise|distribution|livraison)[^.\\n]{0,30}(?:retard|diff[ée]r)|(?:entrega|env[ií]o)[^.\\n]{0,30}(?:retras|demor|atras)|(?:consegna|recapito)[^.\\n]{0,30}(?:ritard|rinviat)",
            "bezorging[^.\\n]{0,30}vertraagd|dostarczenie[^.\\n]{0,30}opóźni|(?:доставка|отправка)[^.\\n]{0,40}(?:задерж|отложен)|配[信送](?:が|の)?遅[延れ]|再送(?:中|を試み)|(?:投递|递送|傳遞|传递)(?:延迟|延遲|延误)");

    static final Pattern ARRIVED = words(
            "\\bsuccessful (?:mail )?delivery|(?:was|were|been) successfully (?:delivered|relayed|sent)|delivery status notification \\((?:success|relay)\\w*\\)",
            "erfolgreich (?:zugestellt|weitergeleitet)|remis(?:e)? (?:avec succès|correctement)|entregado correctamente|consegnato correttamente|entregue com sucesso|успешно доставлен|正常に配信|成功(?:送达|投递)");

    static final Pattern FAILED = words(
            "undeliver|non-?deliver|fail(?:ed|ure|s)?\\b|not (?:be |been )?(?:deliver|sent|reach)|(?:un|in)able to (?:be )?(?:deliver|send|relay|reach)|return(?:ed|ing)[^.\\n]{0,20}(?:mail|message|sender)|mail returned",
            "errors? (?:has |have )?occurr|attempt\\w* to (?:be )?deliver|abort(?:ed|ing)|expired|unsuccessful|(?:not|n't) able to|could (?:not|n't) (?:find|process|locate)",
            "did not reach|didn't reach|could ?n[o']t be (?:deliver|sent|reach)|(?:permanent|fatal|delivery|address) errors?|bounced?\\b|(?:was|were|been|message|mail) (?:rejected|refused|blocked)|giving up|given up|(?:problem|error|trouble) (?:deliver|send)|delivery (?:problem|error)",
            "unzustell|nicht (?:zu(?:ge)?stell|ausgeliefert|übermittelt|erreicht|zu stellen)|fehlgeschlagen|fehler bei|zustell(?:ungs)?fehler|kam zurück|zurückgeschickt|zurückgewiesen",
            "non (?:remis|distribu|délivr|livr)|échec|n'a (?:pas )?pu|n'ont (?:pas )?pu|retourn|pas pu être",
            "no (?:se )?(?:ha |han )?(?:podido|pudo|entregad)|no entregad|devuelt|fallid|fallo|error (?:de|en) (?:la )?entrega|rechazad",
            "mancat[ao]|non (?:è |e' )?(?:stat[oa] )?(?:possibile|consegnat|recapitat)|impossibile|fallit|rispedit",
            "n[ãa]o (?:foi |p[ôo]de |pode )?(?:ser )?(?:poss[ií]vel|entreg)|falh(?:a|ou)|devolvid",
            "onbestel|niet (?:worden )?(?:bezorg|afgelever|verzonden)|mislukt|kan niet worden bezorgd",
            "nie (?:może|mogła|można|została|udało)[^.\\n]{0,40}(?:dostarcz|doręcz|wysłać)|niedostarcz|niedoręcz|zwrot (?:wiadomości|poczty)|błąd (?:dostarcz|wysył)",
            "не (?:было |была |может быть |удалось |смогл\\w+ )?(?:доставлен|доставить|отправлен)|недостав|невозможно доставить|возвращен|возвращён|ошибка доставки",
            "kunde inte (?:levereras|skickas)|kunne ikke (?:leveres|sendes)|ei voitu toimittaa|nelze doručit|nedoručit|nepodařilo (?:se )?doručit|nem (?:lehetett )?kézbesít|teslim edilem|nu a putut fi livrat|не вдалося доставити",
            "(?:配[信送送達]|送信|お届け|送達)[^。\\n]{0,12}(?:でき|不能|エラー|失敗|不可)|エラー(?:メール|通知)|返送|戻ってき",
            "退信|退回|(?:投递|投遞|递送|遞送|发送|傳送|传递|傳遞|送达|送達)[^。\\n]{0,8}(?:失败|失敗|不成功|错误)|(?:无法|無法|未能|不能)[^。\\n]{0,8}(?:投递|投遞|送达|送達|发送|傳送|传递|傳遞|递送)",
            "(?:전송|배달|발송|전달)[^\\n]{0,10}(?:실패|불가|되지 않|할 수 없)|반송");

    private NoticePhrases() {}

    private static Pattern words(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
