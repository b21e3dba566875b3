-- What is due, in Swedish: the sentences that the views called ..._duty make, each
-- once more.  \1, \2 ... are the parts that differ.

create function governance.duty_in_swedish(what text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $function$
select coalesce((
	select regexp_replace(what, '^' || m.english || '$', m.swedish)
	from (values
	-- meetings
	($$announce the meeting on (\S+)$$, $$Kungör sammanträdet \1$$),
	($$summon members and substitutes to the meeting on (\S+), (\d+) left$$, $$Kalla ledamöter och ersättare till sammanträdet \1, \2 återstår$$),
	($$tell the substitutes of the meeting on (\S+), (\d+) left$$, $$Underrätta ersättarna om sammanträdet \1, \2 återstår$$),
	($$hold the meeting that (\d+) members requested on (\S+)$$, $$Håll det sammanträde som \1 ledamöter begärde \2$$),
	($$announcement of the meeting on (\S+)$$, $$Kungörelse av sammanträdet \1 saknas$$),
	($$summons of the meeting on (\S+)$$, $$Kallelse till sammanträdet \1 saknas$$),
	($$agenda of the meeting on (\S+)$$, $$Föredragningslista för sammanträdet \1 saknas$$),
	($$minutes of the meeting on (\S+)$$, $$Protokoll från sammanträdet \1 saknas$$),
	($$tag item (\d+) of the meeting on (\S+) with an area: (.*)$$, $$Ange huvudområde för ärende \1 vid sammanträdet \2: \3$$),
	($$attest the minutes of the meeting on (\S+), number (\d+)$$, $$Justera protokoll \2 från sammanträdet \1$$),
	($$attest the minutes of the meeting on (\S+)$$, $$Justera protokollet från sammanträdet \1$$),
	($$announce again the attestation of the minutes of the meeting on (\S+), number (\d+): the notice was taken down early$$,
		$$Anslå på nytt justeringen av protokoll \2 från sammanträdet \1: anslaget togs ned för tidigt$$),
	($$announce again the attestation of the minutes of the meeting on (\S+): the notice was taken down early$$,
		$$Anslå på nytt justeringen av protokollet från sammanträdet \1: anslaget togs ned för tidigt$$),
	($$announce the attestation of the minutes of the meeting on (\S+), number (\d+)$$, $$Anslå justeringen av protokoll \2 från sammanträdet \1$$),
	($$announce the attestation of the minutes of the meeting on (\S+)$$, $$Anslå justeringen av protokollet från sammanträdet \1$$),
	($$keep the notice of the minutes of the meeting on (\S+), number (\d+) on the board until (\S+) has passed$$,
		$$Låt anslaget om protokoll \2 från sammanträdet \1 sitta uppe till och med \3$$),
	($$keep the notice of the minutes of the meeting on (\S+) on the board until (\S+) has passed$$,
		$$Låt anslaget om protokollet från sammanträdet \1 sitta uppe till och med \2$$),
	-- bodies
	($$(\d+) members? (?:is|are) missing, (\d+) of (\d+) seats are filled$$, $$Välj ledamöter: \1 saknas, \2 av \3 platser är besatta$$),
	($$(\d+) substitutes? (?:is|are) missing, (\d+) of (\d+) seats are filled$$, $$Välj ersättare: \1 saknas, \2 av \3 platser är besatta$$),
	($$choose somebody for the seats of "(.*)" in (.*)$$, $$Utse någon för platserna för \1 i \2$$),
	($$let "(.*)" keep the secretariat of (.*), not "(.*)"$$, $$Låt \1 vara sekretariat för \2, inte \3$$),
	($$let "(.*)" keep the secretariat of (.*)$$, $$Låt \1 vara sekretariat för \2$$),
	($$hand in the report of (.*)$$, $$Lämna slutrapporten från \1$$),
	($$take over the matter "(.*)" from (.*), which ended on (\S+)$$, $$Ta över ärendet \1 från \2, som upphörde \3$$),
	($$take up the item "(.*)", which (.*) had put off when it ended on (\S+)$$, $$Ta upp ärendet \1, som \2 hade skjutit upp när organet upphörde \3$$),
	($$give the assignment "(.*)" of (.*), which ended on (\S+), to another body$$, $$Ge uppdraget \1, som \2 hade när organet upphörde \3, till ett annat organ$$),
	($$let another body answer the referral "(.*)" to (.*), which ended on (\S+)$$, $$Låt ett annat organ besvara remissen \1 till \2, som upphörde \3$$),
	-- matters
	($$decide the motion raised on (\S+), or tell the council what its preparation has shown: (.*)$$,
		$$Avgör motionen som väcktes \1, eller anmäl till fullmäktige vad beredningen har visat: \2$$),
	($$decide the citizen proposal raised on (\S+), or tell the council what its preparation has shown: (.*)$$,
		$$Avgör medborgarförslaget som väcktes \1, eller anmäl till fullmäktige vad beredningen har visat: \2$$),
	($$decide the motion raised on (\S+), or tell the council again: (.*)$$, $$Avgör motionen som väcktes \1, eller anmäl den på nytt till fullmäktige: \2$$),
	($$decide the citizen proposal raised on (\S+), or tell the council again: (.*)$$,
		$$Avgör medborgarförslaget som väcktes \1, eller anmäl det på nytt till fullmäktige: \2$$),
	($$tell the council what was decided on (\S+) on the citizen proposal raised on (\S+): (.*)$$,
		$$Underrätta fullmäktige om beslutet \1 om medborgarförslaget som väcktes \2: \3$$),
	($$answer referral (\d+) of (.*), sent on (\S+): (.*)$$, $$Besvara remiss \1 från \2, sänd \3: \4$$),
	($$ask somebody outside the municipality too by referral (\d+): (.*)$$, $$Remittera även utanför kommunen, remiss \1: \2$$),
	($$say in document (\d+) what it costs: (.*)$$, $$Ange kostnaderna i handling \1: \2$$),
	($$register who signed document (\d+): (\d+) sign it, (\d+) (?:is|are) registered$$,
		$$Registrera vilka som undertecknat handling \1: \2 undertecknar, \3 registrerade$$),
	($$register the appendices of document (\d+): it has (\d+), (\d+) (?:is|are) registered$$,
		$$Registrera bilagorna till handling \1: den har \2, \3 registrerade$$),
	($$sign letter (\d+) of matter (.*?): (.*)$$, $$Underteckna skrivelse \1 i ärende \2: \3$$),
	($$countersign letter (\d+) of matter (.*?): (.*)$$, $$Kontrasignera skrivelse \1 i ärende \2: \3$$),
	($$send letter (\d+) of matter (.*?): (.*)$$, $$Avsänd skrivelse \1 i ärende \2: \3$$),
	($$send the decision in item (\d+) of the meeting on (\S+) to (.*)$$, $$Expediera beslutet i ärende \1 vid sammanträdet \2 till \3$$),
	($$carry out assignment (\d+) of matter (.*?): (.*)$$, $$Utför uppdrag \1 i ärende \2: \3$$),
	($$report on assignment (\d+) of matter (.*?): (.*)$$, $$Redovisa uppdrag \1 i ärende \2: \3$$),
	($$say who answers for assignment (\d+) of matter (.*?): (.*)$$, $$Ange vem som ansvarar för uppdrag \1 i ärende \2: \3$$),
	($$say whose officials support assignment (\d+) of matter (.*?): (.*)$$, $$Ange vilkas tjänstepersoner som stöder uppdrag \1 i ärende \2: \3$$),
	($$say how to pay for assignment (\d+) of matter (.*?): (.*)$$, $$Ange hur uppdrag \1 i ärende \2 finansieras: \3$$),
	-- delegation
	($$report to (.*) what was decided by delegation from (\S+) to (\S+): (\d+) decisions?$$, $$Anmäl delegationsbeslut från \2 till \3 till \1: \4 beslut$$),
	($$report to (.*) what was decided by delegation: (\d+) decisions?$$, $$Anmäl delegationsbeslut till \1: \2 beslut$$),
	($$report to (.*) that nothing was decided by delegation from (\S+) to (\S+)$$, $$Anmäl till \1 att inget beslutades på delegation från \2 till \3$$),
	($$report to the next meeting of (.*) what was decided as urgent on (\S+): (.*)$$, $$Anmäl vid nästa sammanträde med \1 det brådskande beslutet \2: \3$$),
	($$minute by itself the decision by delegation of (\S+), which is not reported: (.*)$$, $$Protokollför särskilt delegationsbeslutet \1, som inte anmäls: \2$$),
	($$announce again the decision by delegation of (\S+): the notice was taken down early: (.*)$$,
		$$Anslå på nytt delegationsbeslutet \1: anslaget togs ned för tidigt: \2$$),
	($$announce the decision by delegation of (\S+), which is not reported: (.*)$$, $$Anslå delegationsbeslutet \1, som inte anmäls: \2$$),
	($$keep the notice of the decision by delegation of (\S+) on the board until (\S+) has passed: (.*)$$,
		$$Låt anslaget om delegationsbeslutet \1 sitta uppe till och med \2: \3$$),
	-- policies
	($$follow up the policy "(.*)" for (\S+) to (\S+)$$, $$Följ upp \1 för \2 till \3$$),
	($$say who answers for activity (\d+) of the policy "(.*?)": (.*)$$, $$Ange vem som ansvarar för aktivitet \1 i \2: \3$$),
	($$do activity (\d+) of the policy "(.*?)": (.*)$$, $$Genomför aktivitet \1 i \2: \3$$),
	($$draw up an indicator for goal (\d+) of the policy "(.*)"$$, $$Ta fram ett nyckeltal för mål \1 i \2$$),
	($$measure indicator (\d+) of the policy "(.*?)": (.*)$$, $$Mät nyckeltal \1 i \2: \3$$)
	) m(english, swedish)
	where what ~ ('^' || m.english || '$')
	limit 1), what)
$function$;
comment on function governance.duty_in_swedish(text) is
'What is to be done (att göra), as the view todo says it, in Swedish; what it does not know it leaves as it is.';
