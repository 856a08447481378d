# ruff: noqa: E501 - lines of documents are as long as they are
"""Small documents of every form that Trama reads, invented: what a mutator starts from beside the two samples."""

from pathlib import Path

SAMPLES = [file.read_bytes() for file in sorted((Path(__file__).parents[1] / "samples").glob("0*.txt"))]

PAPERS = [
    (
        "<code><pre>C O N F I D E N T I A L SECTION 01 OF 02 TIJUANA 000732 \n\nSIPDIS \n\nE.O. 12958: DECL: 7/14/2019 \n"
        "TAGS: <a href='/tag/SNAR_0.html'>SNAR</a> <a href='/tag/MX_0.html'>MX</a>\nSUBJECT: A MEETING OF MAYORS \n \n"
        "REF: A. TIJUANA 731 B. MEXICO 1 \n\nClassified By: Consul General Ann Bell for reasons 1.4 (b) and (d). \n \n"
        "<a id='par1' href='#par1'>¶</a>1. (C) Mayor Jorge Ramos told Poloff that SEMAR and the DEA met in Tijuana. \n \n"
        "Comment \n------- \n<a id='par2' href='#par2'>¶</a>2. (U) The Sinaloa Cartel's José Pérez-López denied it. \n"
        "BELL \n\nTIJUANA 00000732 002 OF 002 \n</pre></code>\n"
    ),
    (
        "P 121530Z JAN 09\nFM AMEMBASSY BOGOTA\nTO RUEHC/SECSTATE WASHDC PRIORITY 1234\nINFO RUEHQT/AMEMBASSY QUITO\n"
        "RHMFISS/CDR USSOUTHCOM MIAMI FL\nUNCLAS SECTION 01 OF 01 BOGOTA 000099\nSIPDIS\nE.O. 12958: N/A\n"
        "TAGS: PGOV, PTER, CO\nSUBJECT: [ORG FARC  ] RELEASES [PER Sigifredo Lopez  ]\n\n"
        '1. ( U ) [ORG FARC  ] handed [PER Lopez  ] to the [ORG ICRC  ] near [LOC Cali  ] . President [PER Uribe  ] " thanked " it .\n'
    ),
    (
        "UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05778130 Date: 09/30/2015\n\n"
        + " " * 60 + "RELEASE IN PART B6\n\n"
        "From:                   Sullivan, Jacob J <SullivanJJ@state.gov>            B6\n"
        "Sent:                   Tuesday, March 1, 2011 7:54 PM\nTo: H; Mills, Cheryl D\nCc: Huma Abedin <h@x.org>\n"
        "Subject:                RE: Mexico\n\n\nSpoke to Carlos Pascual about Los Zetas.\n\n> From: H\n> Sent: Monday\n> ok\n"
    ),
    (
        "RELEASE IN FULL\n\n        MEMORANDUM\n\nTO:      WHA - Mr. Arturo Valenzuela\nTHROUGH: INL - Mr. David Johnson\n"
        "FROM:    WHA/MEX - Alex Lee, Acting\nSUBJECT: Merida Initiative\n\n1.4(B)\n1.4(D)\nB1\n"
        'Colonel Marta Díaz of the Federal Police (PF) met [illegible] and "El Mayo" Zambada in Culiacán.\n\n'
        "Drafted: PRM/MCE: GWills 3-1071\nCleared: D(S): LCue ok\n         INR/TNC: JMcNamara (ok)\nREVIEW AUTHORITY: A B Smith\n"
    ),
    (
        "<html><head><title>News</title></head><body><p>The Gulf Cartel &amp; Mr. O&#8217;Brien met in Matamoros.</p>"
        "<div>Attorney General Medina Mora said so on 4 May 2008.</div></body></html>\n"
    ),
    "Just a note: Ana Gómez of the World Bank called Juan Camilo Restrepo in Medellín on Friday. He did not answer.\n",
    "Appears in these articles:<br /> \n<a href='x'>El Pais</a>\n",
]  # fmt: skip

SMALL = [paper.encode() for paper in PAPERS]
