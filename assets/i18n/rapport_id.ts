<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AccountRow</name>
    <message>
        <source>%1. %2, %3 of 10, %4</source>
        <comment>place, account, total, move</comment>
        <translation>%1. %2, %3 dari 10, %4</translation>
    </message>
</context>
<context>
    <name>AcquaintanceNote</name>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
</context>
<context>
    <name>AddAnswer</name>
    <message>
        <source>Add another</source>
        <translation>Tambah lagi</translation>
    </message>
</context>
<context>
    <name>AskingMenu</name>
    <message>
        <source>Language of the form</source>
        <translation>Bahasa formulir</translation>
    </message>
    <message>
        <source>How it asks</source>
        <translation>Cara bertanya</translation>
    </message>
    <message>
        <source>One question at a time</source>
        <translation>Satu pertanyaan setiap kali</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>Hapus draf ini</translation>
    </message>
    <message>
        <source>Hand over to a colleague</source>
        <translation>Serahkan ke rekan</translation>
    </message>
    <message>
        <source>Library and tray</source>
        <translation>Pustaka dan map</translation>
    </message>
</context>
<context>
    <name>AssetRow</name>
    <message>
        <source>Internal</source>
        <translation>Internal</translation>
    </message>
</context>
<context>
    <name>AssetTile</name>
    <message>
        <source>Internal</source>
        <translation>Internal</translation>
    </message>
</context>
<context>
    <name>AssetWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>version of a document</comment>
        <translation>v%1</translation>
    </message>
</context>
<context>
    <name>BriefingBanner</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the briefing. %1</source>
        <translation>Buka pengarahan. %1</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Pengarahan</translation>
    </message>
</context>
<context>
    <name>rapport::app::BriefingController</name>
    <message>
        <source>Appointment today</source>
        <translation>Janji temu hari ini</translation>
    </message>
    <message>
        <source>Appointment on %1</source>
        <translation>Janji temu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s), older ones, are left out here.</source>
        <comment>of a briefing</comment>
        <translation>
            <numerusform>%n baris lain yang lebih lama tidak ditampilkan di sini.</numerusform>
        </translation>
    </message>
    <message>
        <source>This briefing cannot be read at the moment. Please try again.</source>
        <translation>Pengarahan ini belum dapat dibaca saat ini. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet.</source>
        <translation>Pelanggan ini sudah tidak ada di tablet ini.</translation>
    </message>
    <message>
        <source>Nothing is known yet: this will be the first talk.</source>
        <translation>Belum ada yang diketahui: ini akan menjadi percakapan pertama.</translation>
    </message>
</context>
<context>
    <name>BriefingScreen</name>
    <message>
        <source>Briefing</source>
        <translation>Pengarahan</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>All that is known of this customer</source>
        <translation>Semua yang diketahui tentang pelanggan ini</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Mulai percakapan</translation>
    </message>
    <message>
        <source>Bring across</source>
        <translation>Sampaikan</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Tanyakan</translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation>Kontak terakhir</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Hindari</translation>
    </message>
    <message>
        <source>Still open from earlier talks</source>
        <translation>Masih terbuka dari percakapan sebelumnya</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Peluang</translation>
    </message>
    <message>
        <source>Open offer</source>
        <translation>Penawaran terbuka</translation>
    </message>
    <message>
        <source>On the table</source>
        <translation>Sedang dibahas</translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>same badge</source>
        <translation>kartu tanda sama</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>surel sama</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>nama sama</translation>
    </message>
    <message>
        <source>same name, first and last name exchanged</source>
        <translation>nama sama, nama depan dan belakang tertukar</translation>
    </message>
    <message>
        <source>another form of the same name</source>
        <translation>bentuk lain dari nama yang sama</translation>
    </message>
    <message>
        <source>almost the same name</source>
        <translation>nama hampir sama</translation>
    </message>
    <message>
        <source>same initial and last name</source>
        <translation>inisial dan nama belakang sama</translation>
    </message>
    <message>
        <source>same last name</source>
        <translation>nama belakang sama</translation>
    </message>
    <message>
        <source>same first name</source>
        <translation>nama depan sama</translation>
    </message>
    <message>
        <source>same telephone</source>
        <translation>telepon sama</translation>
    </message>
    <message>
        <source>same firm</source>
        <translation>perusahaan sama</translation>
    </message>
    <message>
        <source>almost the same firm</source>
        <translation>perusahaan hampir sama</translation>
    </message>
    <message>
        <source>same internet domain</source>
        <translation>domain internet sama</translation>
    </message>
    <message>
        <source>same mailbox of the firm</source>
        <translation>kotak surel perusahaan sama</translation>
    </message>
    <message>
        <source>same switchboard</source>
        <translation>nomor pusat telepon sama</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>nama lain</translation>
    </message>
    <message>
        <source>other first name</source>
        <translation>nama depan lain</translation>
    </message>
    <message>
        <source>other last name</source>
        <translation>nama belakang lain</translation>
    </message>
    <message>
        <source>other firm</source>
        <translation>perusahaan lain</translation>
    </message>
    <message>
        <source>other e-mail</source>
        <translation>surel lain</translation>
    </message>
    <message>
        <source>other telephone</source>
        <translation>telepon lain</translation>
    </message>
    <message>
        <source>other town</source>
        <translation>kota lain</translation>
    </message>
</context>
<context>
    <name>CandidateRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>chosen; %1</source>
        <translation>dipilih; %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::CandidatesController</name>
    <message>
        <source>Same person</source>
        <translation>Orang yang sama</translation>
    </message>
    <message>
        <source>Same person, add e-mail and telephone</source>
        <translation>Orang yang sama, tambah email dan telepon</translation>
    </message>
    <message>
        <source>Same person, add e-mail</source>
        <translation>Orang yang sama, tambah email</translation>
    </message>
    <message>
        <source>Same person, add telephone</source>
        <translation>Orang yang sama, tambah telepon</translation>
    </message>
    <message>
        <source>Same person, replace e-mail and telephone</source>
        <translation>Orang yang sama, ganti email dan telepon</translation>
    </message>
    <message>
        <source>Same person, replace e-mail</source>
        <translation>Orang yang sama, ganti email</translation>
    </message>
    <message>
        <source>Same person, replace telephone</source>
        <translation>Orang yang sama, ganti telepon</translation>
    </message>
    <message>
        <source>Add to this firm</source>
        <translation>Tambahkan ke perusahaan ini</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Biarkan terpisah</translation>
    </message>
    <message>
        <source>This conversation is with %1, whom you know.</source>
        <translation>Percakapan ini dengan %1, yang sudah dikenal.</translation>
    </message>
    <message>
        <source>Someone new of %1.</source>
        <translation>Orang baru dari %1.</translation>
    </message>
    <message>
        <source>This may be %1 (%2).</source>
        <translation>Ini mungkin %1 (%2).</translation>
    </message>
    <message>
        <source>The firm may be %1 (%2).</source>
        <translation>Perusahaannya mungkin %1 (%2).</translation>
    </message>
    <message>
        <source>On the badge</source>
        <translation>Di kartu tanda</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>Di kartu nama</translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation>Di percakapan ini</translation>
    </message>
    <message>
        <source>%1 in your customers</source>
        <translation>%1 di pelanggan Anda</translation>
    </message>
</context>
<context>
    <name>CandidatesScreen</name>
    <message>
        <source>Is this somebody you know?</source>
        <translation>Apakah Anda sudah kenal?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>%1 differs</source>
        <comment>a field</comment>
        <translation>%1 berbeda</translation>
    </message>
    <message>
        <source>%1: %2; %3: %4</source>
        <translation>%1: %2; %3: %4</translation>
    </message>
    <message>
        <source>differs</source>
        <comment>a field of two contacts</comment>
        <translation>berbeda</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) or firm(s) fit(s)</source>
        <translation>
            <numerusform>%n orang atau perusahaan cocok</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::CardController</name>
    <message>
        <source>Given name</source>
        <translation>Nama depan</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nama belakang</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Jalan</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Kota</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Situs web</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Ponsel</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Faks</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>This card cannot be read. Please take another picture, or type the contact.</source>
        <translation>Kartu ini tidak dapat dibaca. Ambil gambar lain, atau ketik kontaknya.</translation>
    </message>
    <message>
        <source>There is nothing on this picture that could be read. Hold the card straight and near, in good light, and take it again.</source>
        <translation>Tidak ada yang dapat dibaca pada gambar ini. Pegang kartu lurus dan dekat, di cahaya yang baik, lalu ambil lagi.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) want a look</source>
        <translation>
            <numerusform>%n isian perlu dilihat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFieldRow</name>
    <message>
        <source>not found</source>
        <translation>tidak ditemukan</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>mohon periksa</translation>
    </message>
    <message>
        <source>%1, please check</source>
        <comment>a field of a card</comment>
        <translation>%1, mohon periksa</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>Kosongkan %1</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Reading the card …</source>
        <translation>Membaca kartu …</translation>
    </message>
    <message>
        <source>Business card</source>
        <translation>Kartu nama</translation>
    </message>
    <message>
        <source>Back to scanning</source>
        <translation>Kembali ke pemindaian</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Swap the names</source>
        <translation>Tukar nama</translation>
    </message>
    <message>
        <source>Use this contact</source>
        <translation>Pakai kontak ini</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Ambil lagi</translation>
    </message>
</context>
<context>
    <name>ChoiceSearch</name>
    <message>
        <source>The list is being prepared …</source>
        <translation>Daftar sedang disiapkan …</translation>
    </message>
    <message>
        <source>There are more: type more to see fewer.</source>
        <translation>Masih ada lagi: ketik lebih banyak agar lebih sedikit.</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Tidak ada yang cocok.</translation>
    </message>
    <message>
        <source>%1 of %2: type more to see fewer.</source>
        <comment>numbers of hits shown and found</comment>
        <translation>%1 dari %2: ketik lebih banyak agar lebih sedikit.</translation>
    </message>
</context>
<context>
    <name>CodeAnswer</name>
    <message>
        <source>Scan</source>
        <translation>Pindai</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Pindai lagi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Or use a hand scanner, or type what is printed below the bars.</source>
        <translation>Atau gunakan pemindai genggam, atau ketik yang tercetak di bawah garis.</translation>
    </message>
    <message>
        <source>There is no camera here: use a hand scanner, or type what is printed below the bars.</source>
        <translation>Tidak ada kamera di sini: gunakan pemindai genggam, atau ketik yang tercetak di bawah garis.</translation>
    </message>
</context>
<context>
    <name>CodeChoice</name>
    <message>
        <source>Take %1</source>
        <translation>Ambil %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::CodeController</name>
    <message>
        <source>There is no code in this picture that can be read. You can type it instead.</source>
        <translation>Tidak ada kode yang terbaca di gambar ini. Anda bisa mengetiknya.</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Terlalu gelap</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Lebih dekat</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Tahan</translation>
    </message>
    <message>
        <source>Hold the code into the frame.</source>
        <translation>Arahkan kode ke dalam bingkai.</translation>
    </message>
</context>
<context>
    <name>CodeScreen</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Matikan senter</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Nyalakan senter</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Kamera lain</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Ketik saja</translation>
    </message>
</context>
<context>
    <name>CollectButton</name>
    <message>
        <source>%1 is in the tray; add it once more</source>
        <translation>%1 sudah ada di map; tambahkan sekali lagi</translation>
    </message>
    <message>
        <source>Put %1 into the tray</source>
        <translation>Masukkan %1 ke map</translation>
    </message>
</context>
<context>
    <name>CollectMenu</name>
    <message>
        <source>Into the tray</source>
        <translation>Ke dalam map</translation>
    </message>
    <message>
        <source>This page, %1</source>
        <translation>Halaman ini, %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s)</source>
        <translation>
            <numerusform>Semua %n halaman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmAnswer</name>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Nilai Anda</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Nilai lain</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Undo: %1, %2</source>
        <translation>Urungkan: %1, %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close: %1, %2</source>
        <translation>Tutup: %1, %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::ConflictController</name>
    <message>
        <source>Their value has changed since you decided. Please choose again.</source>
        <translation>Nilai yang lain telah berubah sejak Anda memutuskan. Silakan pilih lagi.</translation>
    </message>
    <message>
        <source>Saved on this tablet. It goes out by itself.</source>
        <translation>Tersimpan di tablet ini. Terkirim sendiri.</translation>
    </message>
    <message>
        <source>On its way to the hub.</source>
        <translation>Sedang menuju hub.</translation>
    </message>
    <message>
        <source>The office had decided already, %1. Your choice was not taken.</source>
        <translation>Kantor sudah memutuskan (%1). Pilihan Anda tidak dipakai.</translation>
    </message>
    <message>
        <source>%1 had decided already, %2. Your choice was not taken.</source>
        <translation>%1 sudah memutuskan (%2). Pilihan Anda tidak dipakai.</translation>
    </message>
    <message>
        <source>Conversation from %1</source>
        <translation>Percakapan pukul %1</translation>
    </message>
    <message>
        <source>Conversation with %1, %2</source>
        <translation>Percakapan dengan %1, %2</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>kantor</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Dua nilai</translation>
    </message>
    <message>
        <source>Two values for %1</source>
        <translation>Dua nilai untuk %1</translation>
    </message>
    <message>
        <source>Somebody else has changed the same: %1. Which value is right?</source>
        <translation>Orang lain juga mengubahnya: %1. Nilai mana yang benar?</translation>
    </message>
    <message>
        <source>The hub may have your decision already, so it stays as it is.</source>
        <translation>Hub mungkin sudah menerima keputusan Anda, jadi tetap berlaku.</translation>
    </message>
</context>
<context>
    <name>ConflictNote</name>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
</context>
<context>
    <name>ConflictValue</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no value</comment>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
</context>
<context>
    <name>ConsentRow</name>
    <message>
        <source>Hide the text</source>
        <translation>Sembunyikan teks</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Tampilkan teks</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Tarik</translation>
    </message>
    <message>
        <source>Withdraw consent: %1</source>
        <translation>Tarik persetujuan: %1</translation>
    </message>
</context>
<context>
    <name>ContactField</name>
    <message>
        <source>Given name</source>
        <translation>Nama depan</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nama belakang</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Ponsel</translation>
    </message>
    <message>
        <source>Further e-mail addresses</source>
        <translation>Alamat email lain</translation>
    </message>
    <message>
        <source>Further numbers</source>
        <translation>Nomor lain</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>Nomor kartu tanda</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Jalan</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Kota</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Situs web</translation>
    </message>
    <message>
        <source>Estimated value</source>
        <translation>Perkiraan nilai</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>Badge %1</source>
        <translation>Kartu tanda %1</translation>
    </message>
    <message>
        <source>A code without a name</source>
        <translation>Kode tanpa nama</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Conversation from %1</source>
        <translation>Percakapan pukul %1</translation>
    </message>
    <message>
        <source>Badge %1</source>
        <translation>Kartu tanda %1</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 dari %2 jawaban</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sedang dikirim</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Perlu Anda</translation>
    </message>
    <message>
        <source>Corrected %1</source>
        <translation>Dikoreksi %1</translation>
    </message>
    <message>
        <source>Correction begun</source>
        <translation>Koreksi dimulai</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>pada %1</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Diserahkan</translation>
    </message>
</context>
<context>
    <name>ConversationBar</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Back, keep the draft</source>
        <translation>Kembali, simpan draf</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show what we know of this customer</source>
        <translation>Tampilkan yang kita ketahui tentang pelanggan ini</translation>
    </message>
    <message>
        <source>Language of the form, and how it asks</source>
        <translation>Bahasa formulir dan cara bertanya</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>Hapus draf ini</translation>
    </message>
    <message>
        <source>Language of the form, how it asks, delete this draft</source>
        <translation>Bahasa formulir, cara bertanya, hapus draf ini</translation>
    </message>
    <message>
        <source>Language of the form, how it asks, hand over and more</source>
        <translation>Bahasa formulir, cara bertanya, penyerahan, dan lainnya</translation>
    </message>
    <message>
        <source>Library: show brochures and films</source>
        <translation>Pustaka: tampilkan brosur dan film</translation>
    </message>
    <message>
        <source>Language of the form, how it asks, library and tray</source>
        <translation>Bahasa formulir, cara bertanya, pustaka dan map</translation>
    </message>
</context>
<context>
    <name>rapport::app::ConversationController</name>
    <message>
        <source>This answer does not fit.</source>
        <translation>Jawaban ini tidak cocok.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Percakapan baru</translation>
    </message>
    <message>
        <source>Badge %1</source>
        <translation>Kartu tanda %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>Saved on this tablet %1</source>
        <translation>Tersimpan di tablet ini %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are missing</source>
        <translation>
            <numerusform>%n jawaban belum ada</numerusform>
        </translation>
    </message>
    <message>
        <source>The badge also says: %1</source>
        <translation>Di kartu juga tertulis: %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <comment>%1 is an answer: All OK</comment>
        <translation>Semua %1</translation>
    </message>
    <message>
        <source>Removed. Undo</source>
        <translation>Dihapus. Urungkan</translation>
    </message>
    <message numerus="yes">
        <source>%n answered. Undo</source>
        <translation>
            <numerusform>%n dijawab. Urungkan</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawn on it. Undo</source>
        <translation>Sudah digambari. Urungkan</translation>
    </message>
    <message>
        <source>Nothing was heard. Please try again, or pick a sound file.</source>
        <translation>Tidak ada suara yang terdengar. Silakan coba lagi, atau pilih berkas suara.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) outside the limits: please say why</source>
        <translation>
            <numerusform>%n nilai di luar batas: sebutkan sebabnya</numerusform>
        </translation>
    </message>
    <message>
        <source>The card also says: %1</source>
        <translation>Di kartu juga tertulis: %1</translation>
    </message>
    <message>
        <source>Filled in from the organiser&apos;s list. What was typed here stays.</source>
        <translation>Diisi dari daftar penyelenggara. Yang sudah diketik di sini tetap.</translation>
    </message>
    <message>
        <source>Not taken, because it is on file otherwise: %1</source>
        <translation>Tidak diambil, karena tercatat lain: %1</translation>
    </message>
    <message>
        <source>This form has no place for: %1</source>
        <translation>Formulir ini tidak punya tempat untuk: %1</translation>
    </message>
    <message>
        <source>A known contact. Undo</source>
        <translation>Kontak yang dikenal. Urungkan</translation>
    </message>
    <message>
        <source>Added to the firm. Undo</source>
        <translation>Ditambahkan ke perusahaan. Urungkan</translation>
    </message>
    <message>
        <source>Kept apart. Undo</source>
        <translation>Dibiarkan terpisah. Urungkan</translation>
    </message>
    <message>
        <source>The photo of the card is not kept: this form has no question for it.</source>
        <translation>Foto kartu tidak disimpan: formulir ini tidak punya pertanyaan untuknya.</translation>
    </message>
    <message>
        <source>%1: the conversation of today was held with another form</source>
        <translation>%1: percakapan hari ini memakai formulir lain</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person, and the questions that are open for her</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>These answers are for %n people</source>
        <translation>
            <numerusform>Jawaban ini untuk %n orang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationFoot</name>
    <message>
        <source>Back to %1</source>
        <translation>Kembali ke %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Buat laporan</translation>
    </message>
    <message>
        <source>On to %1</source>
        <comment>the next section</comment>
        <translation>Lanjut ke %1</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>To be resolved</source>
        <translation>Belum dikenali</translation>
    </message>
</context>
<context>
    <name>ConversationScreen</name>
    <message>
        <source>Back to the questions</source>
        <translation>Kembali ke pertanyaan</translation>
    </message>
</context>
<context>
    <name>CounterAnswer</name>
    <message>
        <source>%1: less</source>
        <comment>question</comment>
        <translation>%1: kurangi</translation>
    </message>
    <message>
        <source>%1: more</source>
        <comment>question</comment>
        <translation>%1: tambah</translation>
    </message>
</context>
<context>
    <name>rapport::app::CustomerController</name>
    <message>
        <source>This customer cannot be read at the moment. Please try again.</source>
        <translation>Pelanggan ini belum dapat dibaca. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet.</source>
        <translation>Pelanggan ini tidak lagi ada di tablet ini.</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>pelanggan %1</translation>
    </message>
    <message>
        <source>Looked after by %1</source>
        <translation>Ditangani oleh %1</translation>
    </message>
    <message>
        <source>Revenue %1 to date</source>
        <translation>Omzet %1 sejauh ini</translation>
    </message>
    <message>
        <source>All of %1: %2</source>
        <translation>Seluruh %1: %2</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>Orang lainnya</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>tanggal tidak diketahui</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ditarik</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>consent</comment>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <comment>consent</comment>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>ditandatangani</translation>
    </message>
    <message>
        <source>Withdrawn %1</source>
        <translation>Ditarik %1</translation>
    </message>
    <message>
        <source>Consent cannot be withdrawn on this tablet: the form “%1” has not been published for it.</source>
        <translation>Persetujuan tidak dapat ditarik di tablet ini: formulir “%1” belum diterbitkan untuknya.</translation>
    </message>
    <message>
        <source>More machines</source>
        <translation>Mesin lain</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>last service %1</source>
        <translation>servis terakhir %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n tiket terbuka</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <comment>of a timeline</comment>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Percakapan</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>of a timeline</comment>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Tampilkan yang lebih lama</translation>
    </message>
    <message>
        <source>Nothing more is known here yet.</source>
        <translation>Belum ada yang lain diketahui di sini.</translation>
    </message>
    <message>
        <source>as much as by %1</source>
        <comment>a day of last year</comment>
        <translation>sama seperti sampai %1</translation>
    </message>
    <message>
        <source>%1 % more than by %2</source>
        <comment>a figure and a day of last year</comment>
        <translation>%1 % lebih dari sampai %2</translation>
    </message>
    <message>
        <source>%1 % less than by %2</source>
        <comment>a figure and a day of last year</comment>
        <translation>%1 % kurang dari sampai %2</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>to bring across</comment>
        <translation>
            <numerusform>%n pesan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <comment>to ask</comment>
        <translation>
            <numerusform>%n pertanyaan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to avoid</source>
        <comment>subjects</comment>
        <translation>
            <numerusform>%n hal dihindari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n masih terbuka</numerusform>
        </translation>
    </message>
    <message>
        <source>Appointment today</source>
        <translation>Janji temu hari ini</translation>
    </message>
    <message>
        <source>Appointment on %1</source>
        <translation>Janji temu %1</translation>
    </message>
</context>
<context>
    <name>CustomerPane</name>
    <message>
        <source>Nothing is open with this customer.</source>
        <translation>Tidak ada yang terbuka dengan pelanggan ini.</translation>
    </message>
    <message>
        <source>Met before</source>
        <translation>Pertemuan sebelumnya</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CustomerRows</name>
    <message>
        <source>Lead</source>
        <translation>Prospek</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Memenuhi syarat</translation>
    </message>
    <message>
        <source>Offer made</source>
        <translation>Penawaran dibuat</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>Dikerjakan</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>an offer</comment>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>Berakhir hari ini</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <comment>until an offer ends</comment>
        <translation>
            <numerusform>%n hari lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>valid to %1</source>
        <translation>berlaku sampai %1</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>berikutnya: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Pada %1</translation>
    </message>
    <message>
        <source>Waiting for parts</source>
        <translation>Menunggu suku cadang</translation>
    </message>
</context>
<context>
    <name>CustomerScreen</name>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Kembali ke pelanggan</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Mulai percakapan</translation>
    </message>
</context>
<context>
    <name>DatePick</name>
    <message>
        <source>Day, month, year</source>
        <translation>Hari, bulan, tahun</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Seminggu lagi</translation>
    </message>
    <message>
        <source>Day earlier</source>
        <translation>Sehari lebih awal</translation>
    </message>
    <message>
        <source>Day later</source>
        <translation>Sehari kemudian</translation>
    </message>
    <message>
        <source>Month and year</source>
        <translation>Bulan dan tahun</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Close the calendar</source>
        <translation>Tutup kalender</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>DaySummary</name>
    <message>
        <source>%1: needs somebody</source>
        <translation>%1: perlu ditangani</translation>
    </message>
    <message>
        <source>%1: waits</source>
        <translation>%1: menunggu</translation>
    </message>
    <message>
        <source>%1: confirmed</source>
        <translation>%1: dikonfirmasi</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 dari %2 jawaban</translation>
    </message>
    <message>
        <source>goes out by itself</source>
        <translation>akan terkirim sendiri</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n file(s)</source>
        <translation>
            <numerusform>%1 dengan %n berkas</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox of %1</source>
        <translation>Kotak keluar %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n conversation(s), %2</source>
        <translation>
            <numerusform>%1: %n percakapan, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>Tidak ada percakapan.</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::DeletedController</name>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 dari %2 jawaban</translation>
    </message>
    <message numerus="yes">
        <source>kept for %n more day(s)</source>
        <translation>
            <numerusform>disimpan %n hari lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Percakapan baru</translation>
    </message>
</context>
<context>
    <name>DeletedScreen</name>
    <message>
        <source>Recently deleted</source>
        <translation>Baru saja dihapus</translation>
    </message>
    <message>
        <source>Never sent; kept on this tablet for 30 days</source>
        <translation>Tidak pernah dikirim; disimpan di tablet ini selama 30 hari</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Kembali ke kotak keluar</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days.</source>
        <translation>Tidak ada yang dihapus dalam 30 hari terakhir.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Restore the conversation with %1</source>
        <translation>Pulihkan percakapan dengan %1</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Hapus sekarang</translation>
    </message>
    <message>
        <source>Delete the conversation with %1 for good</source>
        <translation>Hapus percakapan dengan %1 secara permanen</translation>
    </message>
</context>
<context>
    <name>DrawingAnswer</name>
    <message>
        <source>Go on drawing</source>
        <translation>Lanjut menggambar</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>DrawingScreen</name>
    <message>
        <source>Red</source>
        <translation>Merah</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Kuning</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Biru</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Hitam</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>This picture cannot be shown, so nothing can be drawn on it. Please take it again.</source>
        <translation>Gambar ini tidak dapat ditampilkan, jadi tidak bisa digambari. Silakan ambil lagi.</translation>
    </message>
    <message>
        <source>The picture is being loaded …</source>
        <translation>Gambar sedang dimuat …</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Pena</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Panah</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>EarlierValues</name>
    <message numerus="yes">
        <source>%n earlier value(s), the last %1 on %2</source>
        <comment>value and day</comment>
        <translation>
            <numerusform>%n nilai sebelumnya, terakhir %1 pada %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>value and day</comment>
        <translation>%1 pada %2</translation>
    </message>
    <message>
        <source>Measured before: %1</source>
        <translation>Pengukuran sebelumnya: %1</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Connect to a hub</source>
        <translation>Hubungkan ke hub</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Kembali ke pengaturan</translation>
    </message>
    <message>
        <source>The office invites a tablet with a QR code. From then on the fair, its forms and its customers come from that hub, and what you finish goes there.</source>
        <translation>Kantor mengundang tablet dengan kode QR. Sejak itu pameran, formulir, dan pelanggan datang dari hub tersebut, dan yang Anda selesaikan dikirim ke sana.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Scan the invitation</source>
        <translation>Pindai undangan</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Alamat hub</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Hubungkan</translation>
    </message>
    <message>
        <source>Go to the fair</source>
        <translation>Ke pameran</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::FileAlbum</name>
    <message>
        <source>There are no sound files in the folders for music and downloads of this device.</source>
        <translation>Tidak ada berkas suara di folder musik dan unduhan perangkat ini.</translation>
    </message>
    <message>
        <source>There are no videos in the folders for videos and downloads of this device.</source>
        <translation>Tidak ada video di folder video dan unduhan perangkat ini.</translation>
    </message>
    <message>
        <source>There are no such files in the folders for documents and downloads of this device.</source>
        <translation>Tidak ada berkas seperti itu di folder dokumen dan unduhan perangkat ini.</translation>
    </message>
    <message>
        <source>There are no rescue files in the folders for documents and downloads of this device, nor on a stick.</source>
        <translation>Tidak ada berkas penyelamatan di folder dokumen dan unduhan perangkat ini, juga tidak di stik USB.</translation>
    </message>
</context>
<context>
    <name>FileAnswer</name>
    <message>
        <source>The file is being kept …</source>
        <translation>Berkas sedang disimpan …</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pick another</source>
        <translation>Pilih yang lain</translation>
    </message>
    <message>
        <source>Pick video</source>
        <translation>Pilih video</translation>
    </message>
    <message>
        <source>Pick file</source>
        <translation>Pilih berkas</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>A video is not taken here; pick one of this device.</source>
        <translation>Video tidak direkam di sini; pilih satu dari perangkat ini.</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>Pick video</source>
        <translation>Pilih video</translation>
    </message>
    <message>
        <source>Pick sound file</source>
        <translation>Pilih berkas suara</translation>
    </message>
    <message>
        <source>Pick file</source>
        <translation>Pilih berkas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>FirmCards</name>
    <message>
        <source>Open tickets</source>
        <translation>Tiket terbuka</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Mesin</translation>
    </message>
</context>
<context>
    <name>GroupNote</name>
    <message>
        <source>Nobody is finished yet: something is open for these people. Complete them alone, and finish the others together.</source>
        <translation>Belum ada yang selesai: masih ada yang kurang untuk orang-orang ini. Lengkapi mereka satu per satu, lalu selesaikan yang lain bersama-sama.</translation>
    </message>
    <message>
        <source>Complete alone</source>
        <translation>Lengkapi sendiri</translation>
    </message>
    <message>
        <source>Complete %1 alone</source>
        <translation>Lengkapi %1 sendiri</translation>
    </message>
</context>
<context>
    <name>rapport::app::HandOverController</name>
    <message>
        <source>Technician</source>
        <translation>Teknisi</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manajer</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>The hub did not answer as expected. Please try again.</source>
        <translation>Hub tidak menjawab seperti seharusnya. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>It is not offered any more: another tablet has taken it, or your colleague has taken it back.</source>
        <translation>Sudah tidak ditawarkan: tablet lain telah mengambilnya, atau rekan Anda menariknya kembali.</translation>
    </message>
    <message>
        <source>The hub does not have the form of this conversation. Please tell the office; your colleague&apos;s copy is safe.</source>
        <translation>Hub tidak memiliki formulir percakapan ini. Beri tahu kantor; salinan rekan Anda aman.</translation>
    </message>
    <message>
        <source>It could not be stored on this tablet. It stays at the hub and comes by itself once there is room.</source>
        <translation>Tidak dapat disimpan di tablet ini. Tetap ada di hub dan datang sendiri begitu ada ruang.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 dari %2 jawaban</translation>
    </message>
    <message>
        <source>Conversation from %1</source>
        <translation>Percakapan dari %1</translation>
    </message>
    <message>
        <source>Handed over to %1. It goes out with the next contact to the hub; here it can only be read.</source>
        <translation>Diserahkan ke %1. Dikirim pada kontak berikutnya dengan hub; di sini hanya dapat dibaca.</translation>
    </message>
    <message>
        <source>Handed over to %1, who has not taken it yet. Here it can only be read.</source>
        <translation>Diserahkan ke %1, belum diambil. Di sini hanya dapat dibaca.</translation>
    </message>
    <message>
        <source>%1 goes on with it. Here it can only be read.</source>
        <translation>%1 melanjutkannya. Di sini hanya dapat dibaca.</translation>
    </message>
    <message>
        <source>The hub did not take it for %1. Take it back, and hand it over again or finish it here.</source>
        <translation>Hub tidak menerimanya untuk %1. Tarik kembali, lalu serahkan lagi atau selesaikan di sini.</translation>
    </message>
    <message>
        <source>%1 has taken it meanwhile and goes on with it.</source>
        <translation>%1 sudah mengambilnya dan melanjutkannya.</translation>
    </message>
    <message>
        <source>%1 Nobody but the hub knows whether it has been taken, so it can only be read until then.</source>
        <translation>%1 Hanya hub yang tahu apakah sudah diambil; sampai saat itu hanya dapat dibaca.</translation>
    </message>
</context>
<context>
    <name>HandOverNote</name>
    <message>
        <source>Take it back</source>
        <translation>Tarik kembali</translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Hand over to</source>
        <translation>Serahkan ke</translation>
    </message>
    <message>
        <source>Your colleague goes on where you are. You can still read it here, and take it back until it has been taken.</source>
        <translation>Rekan Anda melanjutkan dari sini. Anda masih dapat membacanya, dan menariknya kembali sampai diambil.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>rapport::app::HomeController</name>
    <message>
        <source>Hot leads</source>
        <translation>Prospek panas</translation>
    </message>
    <message>
        <source>Customers %1</source>
        <translation>Pelanggan %1</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Belum ada formulir</translation>
    </message>
    <message>
        <source>Form ready</source>
        <translation>Formulir siap</translation>
    </message>
    <message>
        <source>No consent text</source>
        <translation>Belum ada teks persetujuan</translation>
    </message>
    <message>
        <source>Consent %1</source>
        <translation>Persetujuan %1</translation>
    </message>
    <message>
        <source>No fair yet</source>
        <translation>Belum ada pameran</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Tidak ada kamera</translation>
    </message>
    <message>
        <source>Welcome to Rapport</source>
        <translation>Selamat datang di Rapport</translation>
    </message>
    <message>
        <source>No fair is on this tablet at the moment. The next one comes by itself as soon as the hub is reached.</source>
        <translation>Saat ini tidak ada pameran di tablet ini. Yang berikutnya datang sendiri begitu hub terhubung.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n percakapan</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue the conversation from %1?</source>
        <translation>Lanjutkan percakapan pukul %1?</translation>
    </message>
    <message>
        <source>Continue the conversation with %1 from %2?</source>
        <translation>Lanjutkan percakapan dengan %1 pukul %2?</translation>
    </message>
    <message>
        <source>%1 of %2 answers · saved on this tablet</source>
        <translation>%1 dari %2 jawaban · tersimpan di tablet ini</translation>
    </message>
    <message>
        <source>Ready for the fair</source>
        <translation>Siap untuk pameran</translation>
    </message>
    <message>
        <source>Not everything is here yet</source>
        <translation>Belum semuanya ada</translation>
    </message>
    <message>
        <source>Checked today %1</source>
        <translation>Diperiksa hari ini %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n tugas</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins %1</source>
        <translation>Mulai %1</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Scan a badge</source>
        <translation>Pindai kartu tanda</translation>
    </message>
    <message>
        <source>Hold it before the camera.
Works without a network.</source>
        <translation>Pegang di depan kamera.
Berfungsi tanpa jaringan.</translation>
    </message>
    <message>
        <source>No form is here yet. It comes by itself as soon as the hub is reached.</source>
        <translation>Belum ada formulir. Formulir datang sendiri begitu hub terhubung.</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Ketik saja</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Your first conversation of the day will stand here.</source>
        <translation>Percakapan pertama Anda hari ini akan tampil di sini.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Show all that the day needs</source>
        <translation>Tampilkan semua keperluan hari ini</translation>
    </message>
    <message>
        <source>Agreed today</source>
        <translation>Disepakati hari ini</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Pustaka</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>Tugas</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>overdue %1</source>
        <comment>since a day</comment>
        <translation>terlambat %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <comment>on a day</comment>
        <translation>jatuh tempo %1</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>prioritas tinggi</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Tinggi</translation>
    </message>
    <message>
        <source>Briefing on the customer of: %1</source>
        <translation>Pengarahan tentang pelanggan: %1</translation>
    </message>
</context>
<context>
    <name>LabelPicture</name>
    <message>
        <source>Show the picture</source>
        <translation>Tampilkan gambar</translation>
    </message>
    <message>
        <source>Show the picture of “%1”</source>
        <translation>Tampilkan gambar untuk “%1”</translation>
    </message>
</context>
<context>
    <name>LastValue</name>
    <message>
        <source>%1: take the last answer, %2</source>
        <comment>question and answer</comment>
        <translation>%1: pakai jawaban terakhir, %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::LibraryController</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Masih akan datang</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Sedang disiapkan</translation>
    </message>
    <message>
        <source>Asks for a password</source>
        <translation>Meminta kata sandi</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Tidak dapat ditampilkan</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Berlaku sampai %1</translation>
    </message>
    <message numerus="yes">
        <source>Page %1 and %n more</source>
        <translation>
            <numerusform>Halaman %1 dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Halaman %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n dokumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n ditemukan</numerusform>
        </translation>
    </message>
    <message>
        <source>The content of this tablet cannot be read at the moment. Please try again.</source>
        <translation>Isi tablet ini tidak dapat dibaca saat ini. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>There is no content for this occasion yet. It comes by itself when the back office has some.</source>
        <translation>Belum ada isi untuk acara ini. Isinya datang sendiri begitu kantor menyediakannya.</translation>
    </message>
    <message>
        <source>Nothing lies here in this language.</source>
        <translation>Tidak ada apa-apa di sini dalam bahasa ini.</translation>
    </message>
    <message>
        <source>No title and no page has words that begin like this.</source>
        <translation>Tidak ada judul atau halaman dengan kata yang berawal seperti ini.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, wait for Wi-Fi.</source>
        <translation>
            <numerusform>%n dokumen, %1, menunggu Wi-Fi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, wait for a network whose data are not counted.</source>
        <translation>
            <numerusform>%n dokumen, %1, menunggu jaringan tanpa hitungan data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, are still to come.</source>
        <translation>
            <numerusform>%n dokumen, %1, masih akan datang.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryScreen</name>
    <message>
        <source>Library</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>On this tablet, also without a network</source>
        <translation>Di tablet ini, juga tanpa jaringan</translation>
    </message>
    <message>
        <source>Search titles and text</source>
        <translation>Cari dalam judul dan teks</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Tray · %1</source>
        <comment>how many entries</comment>
        <translation>Map · %1</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Map</translation>
    </message>
    <message numerus="yes">
        <source>Tray, %n entries</source>
        <translation>
            <numerusform>Map, %n entri</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::LockController</name>
    <message>
        <source>This tablet has not reached the hub for too long</source>
        <translation>Tablet ini terlalu lama tidak terhubung ke hub</translation>
    </message>
    <message>
        <source>The office has withdrawn this tablet’s access</source>
        <translation>Kantor telah mencabut akses tablet ini</translation>
    </message>
    <message>
        <source>Its data are closed until it does. Take it to a network: it opens by itself as soon as the hub answers. If its clock is wrong, put that right.</source>
        <translation>Datanya ditutup sampai terhubung lagi. Bawa ke tempat yang ada jaringan: tablet terbuka sendiri begitu hub menjawab. Jika jamnya salah, betulkan.</translation>
    </message>
    <message>
        <source>Its data are closed, and nothing new comes. If you should still work with it, please call the office: it opens by itself when they give the access back.</source>
        <translation>Datanya ditutup, dan tidak ada data baru yang masuk. Jika Anda masih harus bekerja dengannya, silakan hubungi kantor: tablet terbuka sendiri setelah akses dikembalikan.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are not sent yet. They are safe here and still go to the hub by themselves.</source>
        <translation>
            <numerusform>%n percakapan belum terkirim. Semuanya aman di sini dan tetap dikirim sendiri ke hub.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that was finished here has been sent.</source>
        <translation>Semua yang diselesaikan di sini sudah terkirim.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Trying now</source>
        <translation>Sedang dicoba</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>Scan next</source>
        <translation>Pindai berikutnya</translation>
    </message>
</context>
<context>
    <name>rapport::app::MachineController</name>
    <message>
        <source>Serial number</source>
        <translation>Nomor seri</translation>
    </message>
    <message>
        <source>Article (GTIN)</source>
        <translation>Artikel (GTIN)</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Last service</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Operating hours</source>
        <translation>Jam operasi</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Machine %1</source>
        <translation>Mesin %1</translation>
    </message>
    <message>
        <source>This machine is not on this tablet.</source>
        <translation>Mesin ini tidak ada di tablet ini.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
</context>
<context>
    <name>MachineFile</name>
    <message>
        <source>Service</source>
        <translation>Servis</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) measured</source>
        <translation>
            <numerusform>%n nilai diukur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the limits</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n di luar batas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::MachineFileController</name>
    <message>
        <source>for %1</source>
        <comment>a person</comment>
        <translation>untuk %1</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <comment>a day</comment>
        <translation>Laporan %1</translation>
    </message>
    <message>
        <source>This machine cannot be read at the moment. Please try again.</source>
        <translation>Mesin ini belum dapat dibaca saat ini. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>This machine is no longer on this tablet.</source>
        <translation>Mesin ini sudah tidak ada di tablet ini.</translation>
    </message>
    <message>
        <source>There is no open ticket for this machine.</source>
        <translation>Tidak ada tiket terbuka untuk mesin ini.</translation>
    </message>
</context>
<context>
    <name>MachineScreen</name>
    <message>
        <source>Machine</source>
        <translation>Mesin</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Scan next</source>
        <translation>Pindai berikutnya</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>Mulai servis</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Tiket terbuka</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Pengukuran</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Riwayat servis</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Pengarahan</translation>
    </message>
    <message>
        <source>Open the briefing. %1</source>
        <translation>Buka pengarahan. %1</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>Mesin ini</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Pindai</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Kotak keluar</translation>
    </message>
    <message>
        <source>The conversation was deleted. It stays in Recently deleted for 30 days.</source>
        <translation>Percakapan telah dihapus. Percakapan tetap ada di “Baru saja dihapus” selama 30 hari.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Kembali ke percakapan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Kembali ke pustaka</translation>
    </message>
</context>
<context>
    <name>Measurement</name>
    <message>
        <source>%1 to %2</source>
        <comment>lower and upper limit</comment>
        <translation>%1 sampai %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>minimal %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>maksimal %1</translation>
    </message>
    <message>
        <source>Too low</source>
        <translation>Terlalu rendah</translation>
    </message>
    <message>
        <source>Too high</source>
        <translation>Terlalu tinggi</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Below the limit of %1. This value stays when you measure again.</source>
        <translation>Di bawah batas %1. Nilai ini tetap disimpan saat Anda mengukur lagi.</translation>
    </message>
    <message>
        <source>Above the limit of %1. This value stays when you measure again.</source>
        <translation>Di atas batas %1. Nilai ini tetap disimpan saat Anda mengukur lagi.</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Bulan berikutnya</translation>
    </message>
</context>
<context>
    <name>NumberAnswer</name>
    <message>
        <source>%1 in %2</source>
        <comment>question and unit</comment>
        <translation>%1 dalam %2</translation>
    </message>
</context>
<context>
    <name>OfferedDrafts</name>
    <message>
        <source>Handed to you</source>
        <translation>Diserahkan kepada Anda</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>Take over %1</source>
        <translation>Ambil alih %1</translation>
    </message>
</context>
<context>
    <name>OpenDeals</name>
    <message>
        <source>Opportunity</source>
        <translation>Peluang</translation>
    </message>
    <message>
        <source>Open offer</source>
        <translation>Penawaran terbuka</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>as of %1</source>
        <translation>per %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <comment>a figure</comment>
        <translation>
            <numerusform>%n hari yang lalu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherForms</name>
    <message>
        <source>Other forms</source>
        <translation>Formulir lain</translation>
    </message>
    <message>
        <source>Start the form %1</source>
        <translation>Mulai formulir %1</translation>
    </message>
    <message>
        <source>Start the form %1 for %2</source>
        <translation>Mulai formulir %1 untuk %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::OutboxController</name>
    <message>
        <source>confirmed %1</source>
        <translation>dikonfirmasi %1</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>perlu Anda</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>coba lagi %1</translation>
    </message>
    <message>
        <source>goes out by itself</source>
        <translation>terkirim sendiri</translation>
    </message>
    <message>
        <source>has it</source>
        <translation>sudah menerima</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>Tersimpan di tablet ini</translation>
    </message>
    <message>
        <source>Reached the hub</source>
        <translation>Sampai di hub</translation>
    </message>
    <message>
        <source>On its way to the hub</source>
        <translation>Menuju hub</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>kontak terakhir %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n perlu Anda</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 perlu Anda</translation>
    </message>
    <message>
        <source>It is safe here.</source>
        <translation>Aman di sini.</translation>
    </message>
    <message>
        <source>It is safe at the hub.</source>
        <translation>Aman di hub.</translation>
    </message>
    <message>
        <source>They go out by themselves.</source>
        <translation>Semuanya terkirim sendiri.</translation>
    </message>
    <message>
        <source>Last tried %1.</source>
        <translation>Terakhir dicoba %1.</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Perlu Anda</translation>
    </message>
    <message>
        <source>Waiting, safe on this tablet</source>
        <translation>Menunggu, aman di tablet ini</translation>
    </message>
    <message>
        <source>At the hub, on its way</source>
        <translation>Di hub, dalam perjalanan</translation>
    </message>
    <message>
        <source>Delivered once, %1</source>
        <translation>Terkirim satu kali, %1</translation>
    </message>
    <message>
        <source>to be resolved</source>
        <comment>a badge number</comment>
        <translation>menunggu nama</translation>
    </message>
    <message>
        <source>decided %1</source>
        <translation>diputuskan %1</translation>
    </message>
    <message>
        <source>%1: which value is right?</source>
        <translation>%1: nilai mana yang benar?</translation>
    </message>
    <message>
        <source>The office decides between two values.</source>
        <translation>Kantor memutuskan di antara dua nilai.</translation>
    </message>
    <message>
        <source>your decision goes out by itself</source>
        <translation>keputusan Anda terkirim sendiri</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Dua nilai</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, wait for Wi-Fi</source>
        <translation>
            <numerusform>%n berkas, %1, menunggu Wi-Fi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, wait for a network that does not count data</source>
        <translation>
            <numerusform>%n berkas, %1, menunggu jaringan yang tidak menghitung kuota</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, follow by themselves</source>
        <translation>
            <numerusform>%n berkas, %1, menyusul sendiri</numerusform>
        </translation>
    </message>
    <message>
        <source>has the answers; %1</source>
        <translation>sudah menerima jawaban; %1</translation>
    </message>
    <message>
        <source>Answers reached the hub</source>
        <translation>Jawaban sudah sampai di hub</translation>
    </message>
    <message>
        <source>Answers sent. %1.</source>
        <translation>Jawaban terkirim. %1.</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>Outbox</source>
        <translation>Kotak keluar</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Trying now</source>
        <translation>Sedang dicoba</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Finished conversations stand here with what became of them.</source>
        <translation>Percakapan yang selesai tampil di sini beserta hasilnya.</translation>
    </message>
    <message>
        <source>Read the answers</source>
        <translation>Baca jawaban</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Baru saja dihapus</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Buat laporan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Summary of the day</source>
        <translation>Ringkasan hari ini</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>Penyelamatan</translation>
    </message>
    <message>
        <source>Rescue: into a file what cannot be delivered, or deliver such a file</source>
        <translation>Penyelamatan: simpan ke berkas yang tidak dapat dikirim, atau kirimkan berkas seperti itu</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Send now: %1</source>
        <translation>Kirim sekarang: %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::PagesController</name>
    <message numerus="yes">
        <source>%1 of %n page(s)</source>
        <translation>
            <numerusform>%1 dari %n halaman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s)</source>
        <translation>
            <numerusform>Semua %n halaman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesScreen</name>
    <message>
        <source>Back, choose nothing</source>
        <translation>Kembali, tidak memilih apa pun</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n page(s)</source>
        <translation>
            <numerusform>Simpan %n halaman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n page(s)</source>
        <translation>
            <numerusform>Tambahkan %n halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, chosen as number %2</source>
        <translation>Halaman %1, dipilih sebagai nomor %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Halaman %1</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::PhotoAlbum</name>
    <message>
        <source>There are no pictures in the folders for pictures and downloads of this device.</source>
        <translation>Tidak ada gambar di folder gambar dan unduhan perangkat ini.</translation>
    </message>
</context>
<context>
    <name>PhotoAnswer</name>
    <message>
        <source>Take again</source>
        <translation>Ambil lagi</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Ambil foto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pick another</source>
        <translation>Pilih yang lain</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Pilih foto</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>There is no camera here; pick a photo of this device.</source>
        <translation>Tidak ada kamera di sini; pilih foto dari perangkat ini.</translation>
    </message>
    <message>
        <source>Draw on it</source>
        <translation>Gambari</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>Pick photo</source>
        <translation>Pilih foto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>PhotoScreen</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Matikan senter</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Nyalakan senter</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Kamera lain</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Ambil foto</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Pilih foto</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Show the picture of “%1”</source>
        <translation>Tampilkan gambar untuk “%1”</translation>
    </message>
    <message>
        <source>The picture is being prepared …</source>
        <translation>Gambar sedang disiapkan …</translation>
    </message>
</context>
<context>
    <name>PictureScreen</name>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Gambar ini tidak dapat ditampilkan.</translation>
    </message>
    <message>
        <source>The picture is being loaded …</source>
        <translation>Gambar sedang dimuat …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>PlaceAnswer</name>
    <message>
        <source>Use my position</source>
        <translation>Gunakan posisi saya</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cari lagi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Use it as it is</source>
        <translation>Pakai apa adanya</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Or type latitude and longitude.</source>
        <translation>Atau ketik lintang dan bujur.</translation>
    </message>
    <message>
        <source>This device does not know where it is: type latitude and longitude, for example 52.52 13.40.</source>
        <translation>Perangkat ini tidak tahu posisinya: ketik lintang dan bujur, misalnya 52.52 13.40.</translation>
    </message>
</context>
<context>
    <name>rapport::app::PlaceController</name>
    <message>
        <source>No position yet. It comes sooner where the sky can be seen; you can also type it.</source>
        <translation>Belum ada posisi. Lebih cepat di tempat terbuka; Anda juga bisa mengetiknya.</translation>
    </message>
    <message>
        <source>Looking for the position …</source>
        <translation>Mencari posisi …</translation>
    </message>
    <message>
        <source>Exact to %1 m. Waiting for %2 m …</source>
        <comment>metres now and wanted</comment>
        <translation>Akurat hingga %1 m. Menunggu %2 m …</translation>
    </message>
    <message>
        <source>There is a position, but nobody says how exact it is.</source>
        <translation>Ada posisi, tetapi tidak diketahui seberapa akurat.</translation>
    </message>
    <message>
        <source>Rapport may not know where this device is. Allow it in the settings of the device, or type the position.</source>
        <translation>Rapport tidak boleh mengetahui posisi perangkat ini. Izinkan di pengaturan perangkat, atau ketik posisinya.</translation>
    </message>
    <message>
        <source>This device does not know where it is at the moment. You can type the position.</source>
        <translation>Perangkat ini sedang tidak tahu posisinya. Anda bisa mengetik posisinya.</translation>
    </message>
</context>
<context>
    <name>PresenterBar</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>Cari dalam dokumen ini</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Temuan sebelumnya</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Temuan berikutnya</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Put what is shown into the tray</source>
        <translation>Masukkan yang sedang ditampilkan ke map</translation>
    </message>
</context>
<context>
    <name>rapport::app::PresenterController</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
    <message>
        <source>Not in this document</source>
        <translation>Tidak ada dalam dokumen ini</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>Temuan %1 dari %2</translation>
    </message>
    <message numerus="yes">
        <source>On %n page(s)</source>
        <translation>
            <numerusform>Pada %n halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Halaman %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n halaman</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresenterPage</name>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Halaman ini tidak dapat ditampilkan.</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>Putar %1</translation>
    </message>
    <message>
        <source>This document was withdrawn just now. It is not shown any more.</source>
        <translation>Dokumen ini baru saja ditarik. Dokumen ini tidak ditampilkan lagi.</translation>
    </message>
</context>
<context>
    <name>PresenterPages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
</context>
<context>
    <name>PresenterScreen</name>
    <message>
        <source>This document was withdrawn just now. It is not shown any more.</source>
        <translation>Dokumen ini baru saja ditarik. Dokumen ini tidak ditampilkan lagi.</translation>
    </message>
</context>
<context>
    <name>PresenterStrip</name>
    <message>
        <source>Page %1, with a hit</source>
        <translation>Halaman %1, dengan temuan</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Halaman %1</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>%1 %2</source>
        <comment>name and number of a repetition</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Satu lagi</translation>
    </message>
    <message>
        <source>This tablet cannot ask this question yet. You can finish without it.</source>
        <translation>Tablet ini belum dapat menanyakan hal ini. Anda dapat menyelesaikan tanpanya.</translation>
    </message>
    <message>
        <source>This answer does not fit.</source>
        <translation>Jawaban ini tidak cocok.</translation>
    </message>
    <message>
        <source>Please answer this question.</source>
        <translation>Mohon jawab pertanyaan ini.</translation>
    </message>
    <message>
        <source>Type the places one after another, for example 52.52 13.40; 52.53 13.41.</source>
        <translation>Ketik tempat-tempatnya berurutan, misalnya 52.52 13.40; 52.53 13.41.</translation>
    </message>
    <message>
        <source>In the Gregorian calendar.</source>
        <translation>Dalam kalender Masehi.</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Sebutkan sebabnya.</translation>
    </message>
    <message>
        <source>first %1</source>
        <comment>the value before the repair</comment>
        <translation>pertama %1</translation>
    </message>
    <message>
        <source>Choose from the list: the picture cannot be touched here.</source>
        <translation>Pilih dari daftar: gambar tidak bisa disentuh di sini.</translation>
    </message>
    <message>
        <source>Type the direction in degrees: 0 is north, 90 is east.</source>
        <translation>Ketik arah dalam derajat: 0 utara, 90 timur.</translation>
    </message>
    <message>
        <source>It cannot be printed from here.</source>
        <translation>Tidak dapat dicetak dari sini.</translation>
    </message>
    <message>
        <source>The form wants another app for this, which is not here. Type the answer.</source>
        <translation>Formulir meminta aplikasi lain yang tidak ada di sini. Ketik jawabannya.</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <comment>the name of what is added</comment>
        <translation>Tambah: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n perlu diperbaiki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required left</source>
        <translation>
            <numerusform>%n wajib tersisa</numerusform>
        </translation>
    </message>
    <message>
        <source>One more: %1</source>
        <comment>the name of what is added</comment>
        <translation>Satu lagi: %1</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>%1, required</source>
        <translation>%1, wajib</translation>
    </message>
    <message>
        <source>required</source>
        <translation>wajib</translation>
    </message>
    <message>
        <source>We know it now</source>
        <translation>Sekarang sudah tahu</translation>
    </message>
    <message>
        <source>Don’t know yet</source>
        <translation>Belum tahu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing can be chosen yet. Another answer decides what is offered here.</source>
        <translation>Belum ada yang bisa dipilih. Jawaban lain menentukan pilihan di sini.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
</context>
<context>
    <name>RangeAnswer</name>
    <message>
        <source>Not answered yet</source>
        <translation>Belum dijawab</translation>
    </message>
</context>
<context>
    <name>RankAnswer</name>
    <message>
        <source>This order is right</source>
        <translation>Urutan ini benar</translation>
    </message>
</context>
<context>
    <name>RankRow</name>
    <message>
        <source>%1, place %2 of %3</source>
        <comment>choice in a ranking</comment>
        <translation>%1, urutan %2 dari %3</translation>
    </message>
    <message>
        <source>%1: up</source>
        <comment>choice in a ranking</comment>
        <translation>%1: naik</translation>
    </message>
    <message>
        <source>%1: down</source>
        <comment>choice in a ranking</comment>
        <translation>%1: turun</translation>
    </message>
</context>
<context>
    <name>rapport::app::RankingController</name>
    <message>
        <source>as of %1</source>
        <translation>per %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>tetap</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>naik %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>turun %1</translation>
    </message>
    <message>
        <source>Intensive</source>
        <translation>Intensif</translation>
    </message>
    <message>
        <source>Work on them with a plan of their own.</source>
        <translation>Garap dengan rencana tersendiri.</translation>
    </message>
    <message>
        <source>Appropriate</source>
        <translation>Sewajarnya</translation>
    </message>
    <message>
        <source>Stay in touch, and act when there is a reason.</source>
        <translation>Tetap berhubungan, dan bertindak bila ada alasan.</translation>
    </message>
    <message>
        <source>Reactive</source>
        <translation>Reaktif</translation>
    </message>
    <message>
        <source>Serve them well when they ask.</source>
        <translation>Layani dengan baik saat mereka meminta.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) rated</source>
        <translation>
            <numerusform>%n akun dinilai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n not yet</source>
        <translation>
            <numerusform>%1 · %n belum</numerusform>
        </translation>
    </message>
    <message>
        <source>The ratings on this tablet cannot be read at the moment. Please try again.</source>
        <translation>Penilaian di tablet ini sedang tidak dapat dibaca. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>No account has been rated yet. Rate the first one, and it stands here.</source>
        <translation>Belum ada akun yang dinilai. Nilai yang pertama, lalu ia muncul di sini.</translation>
    </message>
    <message>
        <source>No account has been rated, and the form for it is not on this tablet. It comes from the hub.</source>
        <translation>Belum ada akun yang dinilai, dan formulirnya tidak ada di tablet ini. Formulir itu datang dari hub.</translation>
    </message>
</context>
<context>
    <name>RankingScreen</name>
    <message>
        <source>Account ranking</source>
        <translation>Peringkat akun</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Kembali ke pelanggan</translation>
    </message>
    <message>
        <source>Rate an account</source>
        <translation>Nilai akun</translation>
    </message>
</context>
<context>
    <name>rapport::app::RapidController</name>
    <message>
        <source>Link, not opened</source>
        <translation>Tautan, tidak dibuka</translation>
    </message>
    <message>
        <source>met today %1</source>
        <comment>a clock time</comment>
        <translation>sudah ditemui hari ini %1</translation>
    </message>
    <message>
        <source>goes into that conversation</source>
        <translation>masuk ke percakapan itu</translation>
    </message>
    <message>
        <source>a new conversation</source>
        <translation>percakapan baru</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>read so often</comment>
        <translation>
            <numerusform>%n kali</numerusform>
        </translation>
    </message>
    <message>
        <source>known here</source>
        <translation>dikenal di sini</translation>
    </message>
    <message>
        <source>perhaps known here</source>
        <translation>mungkin dikenal di sini</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Percakapan baru</translation>
    </message>
    <message>
        <source>Add to that conversation</source>
        <translation>Tambahkan ke percakapan itu</translation>
    </message>
    <message>
        <source>Hold one badge after the other into the frame.</source>
        <translation>Arahkan kartu tanda satu per satu ke bingkai.</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 sudah ada di daftar.</translation>
    </message>
    <message numerus="yes">
        <source>%n scanned</source>
        <comment>people or codes</comment>
        <translation>
            <numerusform>%n dipindai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scanned since %1</source>
        <comment>people or codes; a moment</comment>
        <translation>
            <numerusform>%n dipindai sejak %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed. Undo</source>
        <translation>%1 dihapus. Urungkan</translation>
    </message>
</context>
<context>
    <name>RapidList</name>
    <message>
        <source>One conversation each</source>
        <translation>Satu percakapan per orang</translation>
    </message>
    <message>
        <source>Each badge that is read stands here and is kept on this tablet.</source>
        <translation>Setiap kartu tanda yang terbaca tercantum di sini dan tersimpan di tablet ini.</translation>
    </message>
    <message>
        <source>Same answers for all</source>
        <translation>Jawaban sama untuk semua</translation>
    </message>
</context>
<context>
    <name>RapidNote</name>
    <message>
        <source>Kept on this tablet. No conversation has been begun for them yet.</source>
        <translation>Tersimpan di tablet ini. Belum ada percakapan yang dimulai untuk mereka.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Go on with those who were scanned</source>
        <translation>Lanjutkan dengan yang sudah dipindai</translation>
    </message>
</context>
<context>
    <name>RapidRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Hapus %1</translation>
    </message>
</context>
<context>
    <name>RapidScreen</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Scan one person</source>
        <translation>Pindai satu orang</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Matikan senter</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Nyalakan senter</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Kamera lain</translation>
    </message>
</context>
<context>
    <name>RatingAnswer</name>
    <message>
        <source>%1 of %2</source>
        <comment>stars</comment>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::ReadinessController</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Badges can be scanned.</source>
        <translation>Kartu tanda dapat dipindai.</translation>
    </message>
    <message>
        <source>There is none; contacts can be typed.</source>
        <translation>Tidak ada; kontak dapat diketik.</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Pameran</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>Sudah ada.</translation>
    </message>
    <message>
        <source>None is here yet; it comes with the first contact to the hub.</source>
        <translation>Belum ada; datang saat hub pertama kali dihubungi.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulir</translation>
    </message>
    <message>
        <source>%1 of %2 are here.</source>
        <translation>%1 dari %2 sudah ada.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>%1 people and firms are here.</source>
        <translation>%1 orang dan perusahaan sudah ada.</translation>
    </message>
    <message>
        <source>None are here yet.</source>
        <translation>Belum ada.</translation>
    </message>
    <message>
        <source>Consent text</source>
        <translation>Teks persetujuan</translation>
    </message>
    <message>
        <source>Written in %1 of %2 languages.</source>
        <translation>Tertulis dalam %1 dari %2 bahasa.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Kontak terakhir</translation>
    </message>
    <message>
        <source>The hub was heard at %1.</source>
        <translation>Hub menjawab pukul %1.</translation>
    </message>
    <message>
        <source>The hub was not heard yet.</source>
        <translation>Hub belum menjawab.</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Ruang kosong</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 tersedia.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>It agrees with the hub&apos;s.</source>
        <translation>Sesuai dengan jam hub.</translation>
    </message>
    <message numerus="yes">
        <source>It is %n minute(s) off the hub&apos;s.</source>
        <translation>
            <numerusform>Selisih %n menit dari jam hub.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready for the fair</source>
        <translation>Siap untuk pameran</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n hal perlu dilihat</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked today %1</source>
        <translation>Diperiksa hari ini %1</translation>
    </message>
</context>
<context>
    <name>ReadinessScreen</name>
    <message>
        <source>Ready for the fair?</source>
        <translation>Siap untuk pameran?</translation>
    </message>
    <message>
        <source>Back to the fair</source>
        <translation>Kembali ke pameran</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Periksa lagi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, to look at: %2</source>
        <translation>%1, perlu dilihat: %2</translation>
    </message>
</context>
<context>
    <name>ReasonAnswer</name>
    <message>
        <source>Why is it outside the limits?</source>
        <translation>Mengapa di luar batas?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what is asked about it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::RecordingController</name>
    <message numerus="yes">
        <source>Up to %n minute(s).</source>
        <translation>
            <numerusform>Paling lama %n menit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording has reached its greatest length and was stopped. It is kept.</source>
        <translation>Rekaman mencapai panjang maksimum dan dihentikan. Rekaman tersimpan.</translation>
    </message>
</context>
<context>
    <name>RepetitionAnswer</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a repetition and its first answers</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Tertutup</translation>
    </message>
    <message>
        <source>Folded, %1</source>
        <translation>Tertutup, %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Hapus %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versi %2</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Narahubung</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Mesin</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Tanggal dan waktu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Dikerjakan oleh</translation>
    </message>
    <message>
        <source>The picture is not on this device.</source>
        <translation>Gambar ini tidak ada di perangkat ini.</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be shown.</source>
        <translation>Gambar ini rusak dan tidak dapat ditampilkan.</translation>
    </message>
    <message>
        <source>There are more pictures than a report can hold; this one is kept with the conversation.</source>
        <translation>Gambar lebih banyak daripada yang muat di laporan; yang ini tersimpan bersama percakapan.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Yang diukur</translation>
    </message>
    <message>
        <source>%1 (kept with the conversation)</source>
        <translation>%1 (tersimpan bersama percakapan)</translation>
    </message>
    <message>
        <source>The report ends here: there is more than it can hold.</source>
        <translation>Laporan berakhir di sini: isinya lebih banyak daripada yang muat.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
    <message>
        <source>Conversation %1 · SHA-256 of the record %2</source>
        <translation>Percakapan %1 · SHA-256 catatan %2</translation>
    </message>
    <message>
        <source>Internal, not for the customer</source>
        <translation>Internal, bukan untuk pelanggan</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Dikonfirmasi</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 sampai %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>minimal %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>maksimal %1</translation>
    </message>
    <message>
        <source>Too low</source>
        <translation>Terlalu rendah</translation>
    </message>
    <message>
        <source>Too high</source>
        <translation>Terlalu tinggi</translation>
    </message>
    <message>
        <source>Within the limits</source>
        <translation>Dalam batas</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>ReportChoices</name>
    <message>
        <source>For whom?</source>
        <translation>Untuk siapa?</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Only us</source>
        <translation>Hanya kita</translation>
    </message>
    <message>
        <source>With internal answers. Do not hand it to the customer.</source>
        <translation>Dengan jawaban internal. Jangan berikan kepada pelanggan.</translation>
    </message>
    <message>
        <source>Only what the customer may read.</source>
        <translation>Hanya yang boleh dibaca pelanggan.</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Bahasa laporan</translation>
    </message>
    <message>
        <source>The report stays with the conversation on this tablet, encrypted.</source>
        <translation>Laporan tetap tersimpan terenkripsi bersama percakapan di tablet ini.</translation>
    </message>
</context>
<context>
    <name>rapport::app::ReportController</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
    <message>
        <source>Nothing was answered in this conversation.</source>
        <translation>Tidak ada yang dijawab dalam percakapan ini.</translation>
    </message>
    <message>
        <source>Nothing in this conversation is meant for the customer. The internal report has the answers.</source>
        <translation>Tidak ada isi percakapan ini yang ditujukan bagi pelanggan. Jawabannya ada di laporan internal.</translation>
    </message>
    <message>
        <source>The report could not be made. The conversation is safe; please try again.</source>
        <translation>Laporan tidak dapat dibuat. Percakapan aman; silakan coba lagi.</translation>
    </message>
    <message>
        <source>Saved in Documents as “%1”. There it is not encrypted: whoever uses this device can read it.</source>
        <translation>Disimpan di Dokumen sebagai “%1”. Di sana laporan tidak dienkripsi: siapa pun yang memakai perangkat ini dapat membacanya.</translation>
    </message>
    <message>
        <source>There is no room left on this device, so the report was not saved. It stays with the conversation.</source>
        <translation>Tidak ada ruang lagi di perangkat ini, jadi laporan tidak disimpan. Laporan tetap ada bersama percakapan.</translation>
    </message>
    <message>
        <source>The report could not be saved in Documents. It stays with the conversation.</source>
        <translation>Laporan tidak dapat disimpan di Dokumen. Laporan tetap ada bersama percakapan.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Shows the page larger</source>
        <translation>Menampilkan halaman lebih besar</translation>
    </message>
    <message>
        <source>This page cannot be shown. The saved file has it.</source>
        <translation>Halaman ini tidak dapat ditampilkan. Berkas yang disimpan memuatnya.</translation>
    </message>
</context>
<context>
    <name>ReportScreen</name>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Kembali ke percakapan</translation>
    </message>
    <message>
        <source>Save in Documents</source>
        <translation>Simpan di Dokumen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Laporan sedang dibuat …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>rapport::app::RescueController</name>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation>%1, %2 kosong</translation>
    </message>
    <message>
        <source>Nothing waits on this tablet.</source>
        <translation>Tidak ada yang menunggu di tablet ini.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait on this tablet, %1.</source>
        <translation>
            <numerusform>%n percakapan menunggu di tablet ini, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait on this tablet, %1 with pictures and other files.</source>
        <translation>
            <numerusform>%n percakapan menunggu di tablet ini, %1 dengan gambar dan berkas lain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are not among them: only what is finished goes into the file.</source>
        <translation>
            <numerusform>%n draf tidak termasuk: hanya yang sudah selesai masuk ke berkas.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tablet was not connected to a hub by an invitation, so there is nobody who could open such a file.</source>
        <translation>Tablet ini tidak terhubung ke hub lewat undangan, jadi tidak ada yang dapat membuka berkas seperti itu.</translation>
    </message>
    <message>
        <source>Everything is safe on this tablet.</source>
        <translation>Semuanya aman di tablet ini.</translation>
    </message>
    <message>
        <source>There is no room for the file in %1.</source>
        <translation>Tidak ada ruang untuk berkas itu di %1.</translation>
    </message>
    <message>
        <source>The file cannot be written to %1. Is the stick still there?</source>
        <translation>Berkas tidak dapat ditulis ke %1. Apakah stik masih terpasang?</translation>
    </message>
    <message>
        <source>What waits on this tablet cannot be read. Please ask for help.</source>
        <translation>Yang menunggu di tablet ini tidak dapat dibaca. Silakan minta bantuan.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are in %1 now, as “%2”.</source>
        <translation>
            <numerusform>%n percakapan kini ada di %1, sebagai “%2”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were left out: a part of them cannot be read on this tablet.</source>
        <translation>
            <numerusform>%n percakapan tidak disertakan: sebagiannya tidak dapat dibaca di tablet ini.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Memeriksa berkas</translation>
    </message>
    <message>
        <source>%1 of %2 are at the hub</source>
        <translation>%1 dari %2 sudah di hub</translation>
    </message>
    <message>
        <source>The hub takes it in</source>
        <translation>Hub sedang menerimanya</translation>
    </message>
    <message>
        <source>This file is torn. Copy it again, or export it once more.</source>
        <translation>Berkas ini rusak. Salin lagi, atau ekspor sekali lagi.</translation>
    </message>
    <message>
        <source>This is no rescue file.</source>
        <translation>Ini bukan berkas penyelamatan.</translation>
    </message>
    <message>
        <source>A newer Rapport has written this file. Please update this one first.</source>
        <translation>Berkas ini ditulis oleh Rapport yang lebih baru. Silakan perbarui yang ini dahulu.</translation>
    </message>
    <message>
        <source>This file is for another hub than that of this tablet.</source>
        <translation>Berkas ini untuk hub lain, bukan hub tablet ini.</translation>
    </message>
    <message>
        <source>The hub does not know the tablet that has made this file. Please ask the office.</source>
        <translation>Hub tidak mengenal tablet yang membuat berkas ini. Silakan tanya kantor.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick still there?</source>
        <translation>Berkas ini tidak dapat dibaca. Apakah stik masih terpasang?</translation>
    </message>
    <message>
        <source>Pick the file again later: it goes on where it was.</source>
        <translation>Pilih berkas itu lagi nanti: pengiriman berlanjut dari posisi terakhir.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of %1 came in.</source>
        <translation>
            <numerusform>%n percakapan dari %1 telah masuk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of %1 were at the hub already.</source>
        <translation>
            <numerusform>%n percakapan dari %1 sudah ada di hub.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hub did not take %n conversation(s). Keep the file and ask the office.</source>
        <translation>
            <numerusform>Hub tidak menerima %n percakapan. Simpan berkasnya dan tanya kantor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another tablet or the office delivers the file. Everything stays here as well; nothing arrives twice.</source>
        <translation>Tablet lain atau kantor mengirimkan berkas itu. Semuanya juga tetap di sini; tidak ada yang tiba dua kali.</translation>
    </message>
</context>
<context>
    <name>RescueScreen</name>
    <message>
        <source>Rescue</source>
        <translation>Penyelamatan</translation>
    </message>
    <message>
        <source>When a tablet breaks or reaches the hub no more</source>
        <translation>Bila tablet rusak atau tidak lagi mencapai hub</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Kembali ke kotak keluar</translation>
    </message>
    <message>
        <source>This tablet cannot deliver</source>
        <translation>Tablet ini tidak dapat mengirim</translation>
    </message>
    <message>
        <source>What waits here goes into one file, on a stick for example. Nobody but your hub can open it.</source>
        <translation>Yang menunggu di sini masuk ke satu berkas, misalnya di stik USB. Hanya hub Anda yang dapat membukanya.</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Menulis berkas</translation>
    </message>
    <message>
        <source>Write the rescue file</source>
        <translation>Tulis berkas penyelamatan</translation>
    </message>
    <message>
        <source>Deliver a rescue file</source>
        <translation>Kirimkan berkas penyelamatan</translation>
    </message>
    <message>
        <source>Of another tablet: this one brings it to the hub and cannot read it. The same file may be delivered twice; nothing is doubled.</source>
        <translation>Dari tablet lain: tablet ini membawanya ke hub dan tidak dapat membacanya. Berkas yang sama boleh dikirim dua kali; tidak ada yang menjadi ganda.</translation>
    </message>
    <message>
        <source>Pick the rescue file</source>
        <translation>Pilih berkas penyelamatan</translation>
    </message>
</context>
<context>
    <name>rapport::app::ResolutionController</name>
    <message>
        <source>filled in from the list</source>
        <translation>diisi dari daftar</translation>
    </message>
    <message>
        <source>the list says the same</source>
        <translation>daftar mengatakan hal yang sama</translation>
    </message>
    <message>
        <source>your entry stays</source>
        <translation>isian Anda tetap</translation>
    </message>
    <message>
        <source>not taken: this form has no place for it</source>
        <translation>tidak diambil: formulir ini tidak punya tempat untuk itu</translation>
    </message>
    <message numerus="yes">
        <source>From the organiser&apos;s list, %1: %n field(s) filled in.</source>
        <translation>
            <numerusform>Dari daftar penyelenggara, %1: %n kolom diisi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of yours stay(s).</source>
        <translation>
            <numerusform>%n isian Anda tetap.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResolutionNote</name>
    <message>
        <source>What was filled in</source>
        <translation>Apa yang diisi</translation>
    </message>
</context>
<context>
    <name>ResolutionSheet</name>
    <message>
        <source>Badge %1</source>
        <translation>Kartu tanda %1</translation>
    </message>
    <message>
        <source>%1; the list says: %2</source>
        <translation>%1; daftar mengatakan: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>RevenueCard</name>
    <message>
        <source>Revenue through the year %1, beside that of %2</source>
        <translation>Pendapatan sepanjang tahun %1, di samping tahun %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::RevisionController</name>
    <message>
        <source>Corrected %1. What you read here is how it was before.</source>
        <translation>Dikoreksi %1. Yang Anda baca di sini adalah isi sebelumnya.</translation>
    </message>
    <message>
        <source>A correction of this conversation has been begun.</source>
        <translation>Koreksi percakapan ini sudah dimulai.</translation>
    </message>
    <message>
        <source>Correction of the conversation from %1.</source>
        <translation>Koreksi percakapan dari %1.</translation>
    </message>
    <message>
        <source>That one may be on its way already, so your changes go out after it.</source>
        <translation>Percakapan itu mungkin sudah dikirim, jadi perubahan Anda menyusul setelahnya.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Lanjutkan</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Known contact</source>
        <translation>Kontak dikenal</translation>
    </message>
    <message>
        <source>Perhaps known</source>
        <translation>Mungkin sudah dikenal</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Kontak baru</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Mulai percakapan</translation>
    </message>
    <message>
        <source>Scan next</source>
        <translation>Pindai berikutnya</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Ketik saja</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Pilih foto</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Percakapan baru</translation>
    </message>
    <message>
        <source>Read it as a business card</source>
        <translation>Baca sebagai kartu nama</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Bandingkan berdampingan</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Pengarahan</translation>
    </message>
</context>
<context>
    <name>rapport::app::ScanController</name>
    <message numerus="yes">
        <source>Read %n time(s).</source>
        <translation>
            <numerusform>Dibaca %n kali.</numerusform>
        </translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Ponsel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>Nomor kartu tanda</translation>
    </message>
    <message>
        <source>Link, not opened</source>
        <translation>Tautan, tidak dibuka</translation>
    </message>
    <message>
        <source>On the badge</source>
        <translation>Di kartu tanda</translation>
    </message>
    <message>
        <source>Hold the badge into the frame.</source>
        <translation>Pegang kartu di dalam bingkai.</translation>
    </message>
    <message>
        <source>Read from the badge.</source>
        <translation>Dibaca dari kartu.</translation>
    </message>
    <message>
        <source>This code names nobody.</source>
        <translation>Kode ini tidak menyebut siapa pun.</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Tidak ada kamera</translation>
    </message>
    <message>
        <source>No one with this name or e-mail on this tablet.</source>
        <translation>Tidak ada yang bernama atau bersurel ini di tablet ini.</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>Dikenal di sini: %1.</translation>
    </message>
    <message>
        <source>There is no code in this picture that can be read. Try another picture, or type the contact.</source>
        <translation>Tidak ada kode yang terbaca pada gambar ini. Coba gambar lain, atau ketik kontaknya.</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Terlalu gelap</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Lebih dekat</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Tahan, jangan bergerak</translation>
    </message>
    <message>
        <source>No code found</source>
        <translation>Kode tidak ditemukan</translation>
    </message>
    <message>
        <source>You have met today, at %1.</source>
        <translation>Anda sudah bertemu hari ini, pukul %1.</translation>
    </message>
    <message>
        <source>Continue that conversation</source>
        <translation>Lanjutkan percakapan itu</translation>
    </message>
    <message>
        <source>Open that conversation</source>
        <translation>Buka percakapan itu</translation>
    </message>
    <message>
        <source>Read from the card</source>
        <translation>Dibaca dari kartu nama</translation>
    </message>
    <message>
        <source>Read from badge</source>
        <translation>Dibaca dari kartu</translation>
    </message>
    <message>
        <source>Found in the organiser&apos;s list.</source>
        <translation>Ditemukan di daftar penyelenggara.</translation>
    </message>
    <message>
        <source>This may be %1 (%2).</source>
        <translation>Mungkin ini %1 (%2).</translation>
    </message>
    <message>
        <source>Someone new of %1.</source>
        <translation>Orang baru dari %1.</translation>
    </message>
    <message>
        <source>The firm may be %1 (%2).</source>
        <translation>Perusahaannya mungkin %1 (%2).</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Bukan orang yang sama</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Biarkan terpisah</translation>
    </message>
    <message>
        <source>Tap the one you mean.</source>
        <translation>Ketuk kode yang Anda maksud.</translation>
    </message>
</context>
<context>
    <name>ScanScreen</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Ketik saja</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Matikan senter</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Nyalakan senter</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Kamera lain</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Pilih foto</translation>
    </message>
    <message>
        <source>Business card</source>
        <translation>Kartu nama</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cari lagi</translation>
    </message>
    <message>
        <source>Scan several</source>
        <translation>Pindai beberapa</translation>
    </message>
</context>
<context>
    <name>ScanTile</name>
    <message>
        <source>Scan a badge</source>
        <translation>Pindai kartu tanda</translation>
    </message>
</context>
<context>
    <name>rapport::app::SearchController</name>
    <message>
        <source>Opened last</source>
        <translation>Terakhir dibuka</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n ditemukan</numerusform>
        </translation>
    </message>
    <message>
        <source>The customers on this tablet cannot be read at the moment. Please try again.</source>
        <translation>Pelanggan di tablet ini belum dapat dibaca. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>Type the beginning of a name, a firm, an e-mail address or a telephone number.</source>
        <translation>Ketik awal nama, perusahaan, alamat surel, atau nomor telepon.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing begins like this; %n similar</source>
        <translation>
            <numerusform>Tidak ada yang berawalan demikian; %n mirip</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody on this tablet has words that begin like this, or nearly so.</source>
        <translation>Tidak ada yang berawalan demikian atau mirip di tablet ini.</translation>
    </message>
</context>
<context>
    <name>SearchPick</name>
    <message>
        <source>Choose another</source>
        <translation>Pilih yang lain</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Ketik nama</translation>
    </message>
    <message>
        <source>Type a word, or touch to see the list</source>
        <translation>Ketik kata, atau sentuh untuk melihat daftar</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>On this tablet, also without a network</source>
        <translation>Di tablet ini, juga tanpa jaringan</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Cari pelanggan</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Peringkat</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>%n required left</source>
        <translation>
            <numerusform>%n wajib lagi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n perlu diperbaiki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n jawaban</numerusform>
        </translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opsional</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>untuk dibaca</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>a long section in parts: title, which part, how many</comment>
        <translation>%1 (%2 dari %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <comment>values outside their limits</comment>
        <translation>
            <numerusform>%n perlu alasan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the limits</source>
        <translation>
            <numerusform>%n di luar batas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 points</source>
        <comment>check points: answered, asked</comment>
        <translation>%1/%2 poin</translation>
    </message>
</context>
<context>
    <name>SectionItem</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>section and its check points: Cabinet 3/5</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Any order is fine. We check when you finish.</source>
        <translation>Urutan bebas. Kami periksa saat Anda selesai.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The data in this folder were written by a newer Rapport. Nothing was touched; please update Rapport first.</source>
        <translation>Data di folder ini ditulis oleh Rapport yang lebih baru. Tidak ada yang diubah; mohon perbarui Rapport dahulu.</translation>
    </message>
    <message>
        <source>Rapport cannot open its data: they belong to another device, are damaged or may not be read. Nothing was touched.</source>
        <translation>Rapport tidak dapat membuka datanya: milik perangkat lain, rusak, atau tidak boleh dibaca. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>There is no room left on this device. Nothing was touched; please free some space and start again.</source>
        <translation>Tidak ada ruang lagi di perangkat ini. Tidak ada yang diubah; mohon kosongkan ruang dan mulai lagi.</translation>
    </message>
    <message>
        <source>The data in this folder are damaged and cannot be opened. Nothing was touched; please keep the folder and ask for help.</source>
        <translation>Data di folder ini rusak dan tidak dapat dibuka. Tidak ada yang diubah; mohon simpan folder dan minta bantuan.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so the last answer is not saved yet. It stays on the screen; please free some space.</source>
        <translation>Tidak ada ruang lagi di tablet ini sehingga jawaban terakhir belum tersimpan. Jawaban tetap di layar; mohon kosongkan ruang.</translation>
    </message>
    <message>
        <source>The last answer could not be saved yet. It stays on the screen; we try again with the next one.</source>
        <translation>Jawaban terakhir belum tersimpan. Jawaban tetap di layar; kami coba lagi bersama yang berikutnya.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so the conversation is not finished yet. Nothing is lost; please free some space.</source>
        <translation>Tidak ada ruang lagi di tablet ini sehingga percakapan belum selesai. Tidak ada yang hilang; mohon kosongkan ruang.</translation>
    </message>
    <message>
        <source>The conversation could not be finished yet. Nothing is lost; please try again.</source>
        <translation>Percakapan belum dapat diselesaikan. Tidak ada yang hilang; silakan coba lagi.</translation>
    </message>
    <message>
        <source>The draft could not be deleted. Please try again.</source>
        <translation>Draf tidak dapat dihapus. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>This conversation cannot be opened. It stays on this tablet; please ask for help.</source>
        <translation>Percakapan ini tidak dapat dibuka. Tetap ada di tablet ini; mohon minta bantuan.</translation>
    </message>
    <message>
        <source>There is no form on this tablet yet. It comes with the first contact to the hub.</source>
        <translation>Belum ada formulir di tablet ini. Formulir datang saat hub pertama kali dihubungi.</translation>
    </message>
    <message>
        <source>The form on this tablet cannot be read. Please ask whoever made it to publish it again.</source>
        <translation>Formulir di tablet ini tidak dapat dibaca. Mohon minta pembuatnya menerbitkan ulang.</translation>
    </message>
    <message>
        <source>This picture cannot be read. Please try another one, or type the contact.</source>
        <translation>Gambar ini tidak dapat dibaca. Silakan coba yang lain, atau ketik kontak.</translation>
    </message>
    <message>
        <source>Codes cannot be read at the moment. You can type the contact instead.</source>
        <translation>Kode belum dapat dibaca. Anda dapat mengetik kontak.</translation>
    </message>
    <message>
        <source>We could not reach the hub.</source>
        <translation>Kami tidak dapat mencapai hub.</translation>
    </message>
    <message>
        <source>The hub does not know this tablet any more.</source>
        <translation>Hub tidak mengenal tablet ini lagi.</translation>
    </message>
    <message>
        <source>The office has withdrawn this tablet’s access.</source>
        <translation>Kantor telah mencabut akses tablet ini.</translation>
    </message>
    <message>
        <source>Something else answers in place of the hub; perhaps the Wi-Fi asks for a login.</source>
        <translation>Yang menjawab bukan hub; mungkin Wi-Fi meminta login.</translation>
    </message>
    <message>
        <source>This conversation is too large for the hub.</source>
        <translation>Percakapan ini terlalu besar untuk hub.</translation>
    </message>
    <message>
        <source>The hub does not accept this conversation.</source>
        <translation>Hub tidak menerima percakapan ini.</translation>
    </message>
    <message>
        <source>The hub cannot take anything at the moment.</source>
        <translation>Hub belum dapat menerima apa pun saat ini.</translation>
    </message>
    <message numerus="yes">
        <source>Your %n conversation(s) are safe here.</source>
        <translation>
            <numerusform>%n percakapan Anda aman di sini.</numerusform>
        </translation>
    </message>
    <message>
        <source>brochure</source>
        <translation>brosur</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>penawaran</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>janji temu</translation>
    </message>
    <message>
        <source>call</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tugas</translation>
    </message>
    <message>
        <source>Brochures</source>
        <translation>Brosur</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Penawaran</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Janji temu</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Other tasks</source>
        <translation>Tugas lain</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Panas</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Hangat</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Dingin</translation>
    </message>
    <message>
        <source>There is no camera here. You can pick a photo or type the contact.</source>
        <translation>Tidak ada kamera di sini. Anda dapat memilih foto atau mengetik kontaknya.</translation>
    </message>
    <message>
        <source>Rapport may not use the camera. Allow it in the settings of this device, pick a photo, or type the contact.</source>
        <translation>Rapport tidak boleh memakai kamera. Izinkan di pengaturan perangkat ini, pilih foto, atau ketik kontaknya.</translation>
    </message>
    <message>
        <source>The camera does not answer any more. Try again, pick a photo, or type the contact.</source>
        <translation>Kamera tidak menjawab lagi. Coba lagi, pilih foto, atau ketik kontaknya.</translation>
    </message>
    <message>
        <source>The camera cannot be used at the moment. You can pick a photo or type the contact.</source>
        <translation>Kamera sedang tidak dapat dipakai. Anda dapat memilih foto atau mengetik kontaknya.</translation>
    </message>
    <message>
        <source>A part of this conversation cannot be read on this tablet. Please ask for help.</source>
        <translation>Sebagian percakapan ini tidak dapat dibaca di tablet ini. Mohon minta bantuan.</translation>
    </message>
    <message>
        <source>There is no camera here. You can pick a photo instead.</source>
        <translation>Tidak ada kamera di sini. Anda dapat memilih foto sebagai gantinya.</translation>
    </message>
    <message>
        <source>Rapport may not use the camera. Allow it in the settings of this device, or pick a photo instead.</source>
        <translation>Rapport tidak boleh memakai kamera. Izinkan di pengaturan perangkat ini, atau pilih foto sebagai gantinya.</translation>
    </message>
    <message>
        <source>The camera does not answer. Try again, or pick a photo instead.</source>
        <translation>Kamera tidak menjawab. Coba lagi, atau pilih foto sebagai gantinya.</translation>
    </message>
    <message>
        <source>This picture is too large. Please choose one below 64 MB and 200 megapixels.</source>
        <translation>Gambar ini terlalu besar. Silakan pilih yang di bawah 64 MB dan 200 megapiksel.</translation>
    </message>
    <message>
        <source>A part of this picture is missing. Please take it again, or pick another one.</source>
        <translation>Sebagian gambar ini hilang. Silakan ambil lagi, atau pilih yang lain.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown here. Please pick another one.</source>
        <translation>Ini bukan gambar yang dapat ditampilkan di sini. Silakan pilih yang lain.</translation>
    </message>
    <message>
        <source>This picture cannot be opened any more. Please pick another one.</source>
        <translation>Gambar ini tidak dapat dibuka lagi. Silakan pilih yang lain.</translation>
    </message>
    <message>
        <source>The picture could not be prepared. Please try again.</source>
        <translation>Gambar tidak dapat disiapkan. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>This file is empty or larger than 200 MB. Please pick another one.</source>
        <translation>Berkas ini kosong atau lebih besar dari 200 MB. Silakan pilih yang lain.</translation>
    </message>
    <message>
        <source>This file cannot be opened any more. Please pick another one.</source>
        <translation>Berkas ini tidak dapat dibuka lagi. Silakan pilih yang lain.</translation>
    </message>
    <message>
        <source>This file changed or went away while it was being read. Please pick it again.</source>
        <translation>Berkas ini berubah atau hilang saat dibaca. Silakan pilih lagi.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so this file is not kept. Please free some space and pick it again.</source>
        <translation>Ruang di tablet ini habis, jadi berkas ini tidak tersimpan. Silakan kosongkan ruang lalu pilih lagi.</translation>
    </message>
    <message>
        <source>The file could not be kept. Please try again.</source>
        <translation>Berkas tidak dapat disimpan. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>There is no microphone here. You can pick a sound file instead.</source>
        <translation>Tidak ada mikrofon di sini. Anda bisa memilih berkas suara.</translation>
    </message>
    <message>
        <source>Rapport may not use the microphone. Allow it in the settings of this device, or pick a sound file instead.</source>
        <translation>Rapport tidak boleh memakai mikrofon. Izinkan di pengaturan perangkat ini, atau pilih berkas suara.</translation>
    </message>
    <message>
        <source>The microphone does not answer. Try again, or pick a sound file instead.</source>
        <translation>Mikrofon tidak merespons. Coba lagi, atau pilih berkas suara.</translation>
    </message>
    <message>
        <source>The microphone went away. What was recorded until then is kept.</source>
        <translation>Mikrofon terputus. Rekaman sampai saat itu tersimpan.</translation>
    </message>
    <message>
        <source>There is no camera here. You can type it instead.</source>
        <translation>Tidak ada kamera di sini. Anda bisa mengetiknya.</translation>
    </message>
    <message>
        <source>Rapport may not use the camera. Allow it in the settings of this device, or type it instead.</source>
        <translation>Rapport tidak boleh memakai kamera. Izinkan di pengaturan perangkat, atau ketik saja.</translation>
    </message>
    <message>
        <source>This picture cannot be read. You can type it instead.</source>
        <translation>Gambar ini tidak terbaca. Anda bisa mengetiknya.</translation>
    </message>
    <message>
        <source>Codes cannot be read at the moment. You can type it instead.</source>
        <translation>Kode sedang tidak bisa dibaca. Anda bisa mengetiknya.</translation>
    </message>
    <message>
        <source>The camera does not answer. Try again, or type it instead.</source>
        <translation>Kamera tidak menjawab. Coba lagi, atau ketik saja.</translation>
    </message>
    <message>
        <source>It could not be handed over. The draft is on this tablet as it was; please try again.</source>
        <translation>Tidak dapat diserahkan. Draf tetap ada di tablet ini; silakan coba lagi.</translation>
    </message>
    <message>
        <source>Withdrawal of consent</source>
        <translation>Penarikan persetujuan</translation>
    </message>
</context>
<context>
    <name>SequenceCard</name>
    <message>
        <source>Kept trays</source>
        <translation>Map tersimpan</translation>
    </message>
    <message>
        <source>Keep a tray under a name, and begin the next meeting with it.</source>
        <translation>Simpan map dengan sebuah nama, lalu mulai pertemuan berikutnya dengannya.</translation>
    </message>
    <message>
        <source>Name of this tray</source>
        <translation>Nama map ini</translation>
    </message>
    <message>
        <source>Keep this tray</source>
        <translation>Simpan map ini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
</context>
<context>
    <name>SequenceRow</name>
    <message>
        <source>Delete %1</source>
        <translation>Hapus %1</translation>
    </message>
</context>
<context>
    <name>SequenceStrip</name>
    <message>
        <source>No longer shown</source>
        <translation>Tidak ditampilkan lagi</translation>
    </message>
</context>
<context>
    <name>SeriesRow</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::SettingsController</name>
    <message>
        <source>In this app</source>
        <translation>Di aplikasi ini</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>Please enter the address of the hub and the code, or scan the invitation.</source>
        <translation>Mohon isi alamat hub dan kodenya, atau pindai undangan.</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Bertanya ke hub …</translation>
    </message>
    <message>
        <source>This tablet belongs to the hub now. Its fair, forms and customers are on their way.</source>
        <translation>Tablet ini kini milik hub. Pameran, formulir, dan pelanggan sedang dalam perjalanan.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) must be finished and sent first; then this tablet can move. Nothing was changed.</source>
        <translation>
            <numerusform>%n percakapan harus selesai dan terkirim dahulu; setelah itu tablet ini dapat pindah. Tidak ada yang diubah.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub does not know this code, or it was used already. Please ask the office for a new one.</source>
        <translation>Hub tidak mengenal kode ini, atau sudah dipakai. Mohon minta yang baru ke kantor.</translation>
    </message>
    <message>
        <source>This code is too old. Please ask the office for a new one.</source>
        <translation>Kode ini sudah kedaluwarsa. Mohon minta yang baru ke kantor.</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried. Please wait a minute.</source>
        <translation>Terlalu banyak kode salah. Mohon tunggu satu menit.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet. Nothing was changed; please free some space.</source>
        <translation>Tidak ada ruang lagi di tablet ini. Tidak ada yang diubah; mohon kosongkan ruang.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang diubah.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Rapport %1</source>
        <translation>Rapport %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lebih besar</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Besar</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Sangat besar</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Tablet ini</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Hub: %1</translation>
    </message>
    <message>
        <source>Connect to a hub</source>
        <translation>Hubungkan ke hub</translation>
    </message>
    <message>
        <source>Ready for the fair?</source>
        <translation>Siap untuk pameran?</translation>
    </message>
    <message>
        <source>Pictures, films, sounds and files</source>
        <translation>Gambar, film, suara, dan berkas</translation>
    </message>
    <message>
        <source>Answers always go at once: they are small. Files follow them.</source>
        <translation>Jawaban selalu langsung dikirim karena kecil. Berkas menyusul.</translation>
    </message>
    <message>
        <source>On any network</source>
        <translation>Di jaringan apa pun</translation>
    </message>
    <message>
        <source>On Wi-Fi and cable only</source>
        <translation>Hanya lewat Wi-Fi dan kabel</translation>
    </message>
    <message>
        <source>Where the network counts data</source>
        <translation>Jika jaringan menghitung kuota</translation>
    </message>
    <message>
        <source>On a mobile contract or a telephone’s hotspot larger files wait for a better network. “Send now” in the outbox lets them go.</source>
        <translation>Pada paket data seluler atau hotspot ponsel, berkas yang lebih besar menunggu jaringan yang lebih baik. “Kirim sekarang” di kotak keluar mengirimnya.</translation>
    </message>
    <message>
        <source>Up to 1 MB</source>
        <translation>Sampai 1 MB</translation>
    </message>
    <message>
        <source>Up to 5 MB</source>
        <translation>Sampai 5 MB</translation>
    </message>
    <message>
        <source>Up to 25 MB</source>
        <translation>Sampai 25 MB</translation>
    </message>
    <message>
        <source>Files of any size</source>
        <translation>Berkas ukuran apa pun</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>Typed by the person who signs, not drawn</source>
        <translation>Diketik oleh penanda tangan, tidak digambar</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signed</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Please sign here</source>
        <translation>Mohon tanda tangan di sini</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Tanda tangani lagi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Draw instead</source>
        <translation>Gambar saja</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Ketik saja</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name of the person who signs</source>
        <translation>Nama penanda tangan</translation>
    </message>
    <message>
        <source>Sign with this name</source>
        <translation>Tanda tangani dengan nama ini</translation>
    </message>
</context>
<context>
    <name>SoundAnswer</name>
    <message>
        <source>Stop</source>
        <translation>Berhenti</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recording, %1</source>
        <translation>Merekam, %1</translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation>Seberapa keras suaranya</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Catatan suara</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Posisi dalam rekaman</translation>
    </message>
    <message>
        <source>This recording cannot be played on this device.</source>
        <translation>Rekaman ini tidak dapat diputar di perangkat ini.</translation>
    </message>
    <message>
        <source>The file is being kept …</source>
        <translation>Berkas sedang disimpan …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Rekam</translation>
    </message>
    <message>
        <source>Pick sound file</source>
        <translation>Pilih berkas suara</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>There is no microphone here; pick a sound file of this device.</source>
        <translation>Tidak ada mikrofon di sini; pilih berkas suara dari perangkat ini.</translation>
    </message>
</context>
<context>
    <name>rapport::app::SummaryController</name>
    <message>
        <source>The conversations cannot be read at the moment. Please try again.</source>
        <translation>Percakapan tidak dapat dibaca saat ini. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message.</source>
        <translation>Disalin. Tempelkan ke dalam pesan.</translation>
    </message>
    <message>
        <source>Outbox %1.txt</source>
        <comment>a file name</comment>
        <translation>Kotak keluar %1.txt</translation>
    </message>
    <message>
        <source>Saved in Documents as “%1”.</source>
        <translation>Disimpan di Dokumen sebagai “%1”.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so nothing was saved.</source>
        <translation>Tidak ada ruang lagi di tablet ini, jadi tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>It could not be saved in Documents.</source>
        <translation>Tidak dapat disimpan di Dokumen.</translation>
    </message>
</context>
<context>
    <name>SummaryScreen</name>
    <message>
        <source>Summary of the day</source>
        <translation>Ringkasan hari ini</translation>
    </message>
    <message>
        <source>Without names, firms and answers</source>
        <translation>Tanpa nama, perusahaan, dan jawaban</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Kembali ke kotak keluar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Save in Documents</source>
        <translation>Simpan di Dokumen</translation>
    </message>
</context>
<context>
    <name>SyncChip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Tries to send now</source>
        <translation>Mencoba mengirim sekarang</translation>
    </message>
    <message>
        <source>· %1</source>
        <translation>· %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::SyncController</name>
    <message>
        <source>Trying now</source>
        <translation>Sedang dicoba</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n perlu Anda</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>Mengirim %1 dari %2</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n menunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Semua terkirim</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>kontak terakhir %1</translation>
    </message>
    <message>
        <source>Answers sent</source>
        <translation>Jawaban terkirim</translation>
    </message>
</context>
<context>
    <name>TimeAnswer</name>
    <message>
        <source>Day and time</source>
        <translation>Hari dan jam</translation>
    </message>
    <message>
        <source>Hours and minutes</source>
        <translation>Jam dan menit</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>15 min earlier</source>
        <translation>15 mnt lebih awal</translation>
    </message>
    <message>
        <source>15 min later</source>
        <translation>15 mnt lebih lambat</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Draft, to be finished</source>
        <translation>Draf, belum selesai</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Percakapan</translation>
    </message>
    <message>
        <source>Talk with %1</source>
        <comment>a person</comment>
        <translation>Percakapan dengan %1</translation>
    </message>
    <message>
        <source>Don&apos;t know yet</source>
        <translation>Belum tahu</translation>
    </message>
    <message>
        <source>Was answered</source>
        <translation>Sudah terjawab</translation>
    </message>
    <message>
        <source>Offer %1</source>
        <comment>a number</comment>
        <translation>Penawaran %1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <comment>a brochure, an offer, an appointment</comment>
        <translation>Dijanjikan: %1</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <translation>Linimasa</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::TrayController</name>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>of a tray</comment>
        <translation>
            <numerusform>%n entri</numerusform>
        </translation>
    </message>
    <message>
        <source>In the tray: %1</source>
        <translation>Di dalam map: %1</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Dipilih: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Dikeluarkan: %1</translation>
    </message>
    <message>
        <source>Version %1 is in the tray now.</source>
        <translation>Versi %1 sekarang ada di map.</translation>
    </message>
    <message>
        <source>Version %1 is in the tray now, with all its pages.</source>
        <translation>Versi %1 sekarang ada di map, dengan semua halamannya.</translation>
    </message>
    <message>
        <source>The prepared tray is this meeting&apos;s now.</source>
        <translation>Map yang disiapkan sekarang milik pertemuan ini.</translation>
    </message>
    <message>
        <source>Kept as “%1”.</source>
        <translation>Disimpan sebagai “%1”.</translation>
    </message>
    <message>
        <source>“%1” is in the tray.</source>
        <translation>“%1” ada di map.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1” telah dihapus.</translation>
    </message>
    <message>
        <source>Tray for the next meeting</source>
        <translation>Map untuk pertemuan berikutnya</translation>
    </message>
    <message>
        <source>Tray for this talk</source>
        <translation>Map untuk percakapan ini</translation>
    </message>
    <message>
        <source>Tray for %1</source>
        <comment>a person or a firm</comment>
        <translation>Map untuk %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to show</source>
        <translation>
            <numerusform>%n halaman untuk ditampilkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n left out</source>
        <translation>
            <numerusform>%1 · %n tidak disertakan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are prepared for the next meeting.</source>
        <translation>
            <numerusform>%n entri disiapkan untuk pertemuan berikutnya.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayRow</name>
    <message>
        <source>%1, place %2 of %3</source>
        <comment>entry of a tray</comment>
        <translation>%1, urutan %2 dari %3</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>Show from %1 on</source>
        <translation>Tampilkan mulai dari %1</translation>
    </message>
    <message>
        <source>%1: earlier</source>
        <comment>entry of a tray</comment>
        <translation>%1: lebih awal</translation>
    </message>
    <message>
        <source>%1: later</source>
        <comment>entry of a tray</comment>
        <translation>%1: lebih akhir</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Keluarkan %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Choose pages of %1</source>
        <translation>Pilih halaman dari %1</translation>
    </message>
</context>
<context>
    <name>TrayScreen</name>
    <message>
        <source>Library</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Take them into this meeting</source>
        <translation>Bawa ke pertemuan ini</translation>
    </message>
    <message>
        <source>Nothing lies in it yet. Choose brochures, pages and films in the library, in the order in which you want to show them.</source>
        <translation>Belum ada isinya. Pilih brosur, halaman, dan film di pustaka, sesuai urutan yang ingin Anda tampilkan.</translation>
    </message>
</context>
<context>
    <name>TrayWords</name>
    <message>
        <source>Take version %1</source>
        <translation>Ambil versi %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Halaman %1</translation>
    </message>
    <message>
        <source>Pages %1</source>
        <comment>1, 3, 6</comment>
        <translation>Halaman %1</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Masih akan datang</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Sedang disiapkan</translation>
    </message>
    <message>
        <source>Asks for a password</source>
        <translation>Meminta kata sandi</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Tidak dapat ditampilkan</translation>
    </message>
    <message>
        <source>Valid from %1</source>
        <translation>Berlaku mulai %1</translation>
    </message>
    <message>
        <source>Was valid until %1</source>
        <translation>Berlaku sampai %1</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Ditarik kembali</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ditarik</translation>
    </message>
    <message>
        <source>No longer on this tablet</source>
        <translation>Tidak ada lagi di tablet ini</translation>
    </message>
    <message>
        <source>The back office has recalled version %1: %2. It is not shown any more.</source>
        <translation>Kantor telah menarik versi %1: %2. Versi ini tidak ditampilkan lagi.</translation>
    </message>
    <message>
        <source>The back office has recalled version %1. It is not shown any more.</source>
        <translation>Kantor telah menarik versi %1. Versi ini tidak ditampilkan lagi.</translation>
    </message>
    <message>
        <source>The back office gives this out no more. It is not shown.</source>
        <translation>Kantor tidak lagi membagikan ini. Ini tidak ditampilkan.</translation>
    </message>
    <message>
        <source>It is not shown any more.</source>
        <translation>Ini tidak ditampilkan lagi.</translation>
    </message>
    <message>
        <source>Version %1 is available. Version %2 is shown until you take it.</source>
        <translation>Versi %1 tersedia. Versi %2 ditampilkan sampai Anda mengambilnya.</translation>
    </message>
    <message>
        <source>Version %1 is available.</source>
        <translation>Versi %1 tersedia.</translation>
    </message>
    <message>
        <source>For us alone: it is left out when the tray is shown.</source>
        <translation>Hanya untuk kita: tidak disertakan saat map ditampilkan.</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, halaman %2</translation>
    </message>
    <message>
        <source>%1, pages %2</source>
        <comment>a title; 1, 3, 6</comment>
        <translation>%1, halaman %2</translation>
    </message>
</context>
<context>
    <name>TurnButton</name>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>Please enter a number, for example 12.5.</source>
        <translation>Mohon isi angka, misalnya 12,5.</translation>
    </message>
    <message>
        <source>Please enter a whole number, for example 12.</source>
        <translation>Mohon isi bilangan bulat, misalnya 12.</translation>
    </message>
    <message>
        <source>Please enter a date, for example 17.11.2027.</source>
        <translation>Mohon isi tanggal, misalnya 17.11.2027.</translation>
    </message>
    <message>
        <source>Please enter a time, for example 14:30.</source>
        <translation>Mohon isi waktu, misalnya 14:30.</translation>
    </message>
    <message>
        <source>Please enter a date and a time, for example 17.11.2027 14:30.</source>
        <translation>Mohon isi tanggal dan waktu, misalnya 17.11.2027 14:30.</translation>
    </message>
    <message>
        <source>%1° %2 %3° %4</source>
        <comment>latitude, N or S, longitude, E or W</comment>
        <translation>%1° %2 %3° %4</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>LS</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>LU</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>BB</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>BT</translation>
    </message>
    <message>
        <source>%1, exact to %2 m</source>
        <comment>a position and its accuracy</comment>
        <translation>%1, akurat hingga %2 m</translation>
    </message>
    <message>
        <source>Please enter latitude and longitude, for example 52.52 13.40.</source>
        <translation>Masukkan lintang dan bujur, misalnya 52.52 13.40.</translation>
    </message>
</context>
<context>
    <name>VideoScreen</name>
    <message>
        <source>This video cannot be played on this device.</source>
        <translation>Video ini tidak dapat diputar di perangkat ini.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>Posisi dalam video</translation>
    </message>
</context>
<context>
    <name>rapport::app::WithdrawalController</name>
    <message>
        <source>To be contacted</source>
        <translation>Dihubungi</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Buletin</translation>
    </message>
    <message>
        <source>The withdrawal could not be saved. Nothing has changed. Please try again.</source>
        <translation>Penarikan tidak dapat disimpan. Tidak ada yang berubah. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>Consent withdrawn: %1.</source>
        <translation>Persetujuan ditarik: %1.</translation>
    </message>
    <message>
        <source>The withdrawal is on its way already. Ask for consent anew in a conversation.</source>
        <translation>Penarikan sudah dikirim. Minta persetujuan lagi dalam percakapan.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>from the card</source>
        <translation>dari kartu nama</translation>
    </message>
    <message>
        <source>from the badge</source>
        <translation>dari kartu tanda</translation>
    </message>
    <message>
        <source>from the organiser</source>
        <translation>dari penyelenggara</translation>
    </message>
</context>
</TS>
