"""How the terminals of an office come to believe the own authority: told once, when it is made."""

from pathlib import Path

from cryptography import x509

from yoriai.app.cli.tls.words import day
from yoriai.platform.tls.chain import fingerprint

STEPS = """
端末に配る（グループポリシー）

  配るファイル　{file}
  指紋　　　　　SHA-256 {fingerprint}
  期限　　　　　{until}

  1. このファイルを、ドメインコントローラーに写します。写したあとで、指紋が上と同じかを確かめます。
       certutil -hashfile {name} SHA256
  2. 「グループ ポリシーの管理」で、職員の端末の OU に当てるポリシーを開きます。
       コンピューターの構成 > ポリシー > Windows の設定 > セキュリティの設定 > 公開キーのポリシー
         > 信頼されたルート証明機関 > （右クリック）インポート
  3. 端末で確かめます（次の起動を待たないとき）。
       gpupdate /force
       certutil -verifystore Root "{called}"
  4. Firefox を使う端末では、ポリシー ImportEnterpriseRoots を 1 にします
     （管理用テンプレート > Mozilla > Firefox > 証明書）。Edge と Chrome は、そのままで読みます。
  5. スマートフォンには、MDM の構成プロファイルで同じファイルを配ります。私物の端末に手で入れさせないでください。

  インターネット側の受け口に自前の認証局を使うのは、つなぐ端末のすべてに配れるときだけにしてください。
  認証局の鍵は、証明書を新しくするときだけ要ります。フォルダごと外して金庫にしまい、更新のときに --folder で示せます。"""


def how_to_distribute(file: Path, certificate: x509.Certificate, called: str) -> str:
    """Step by step, for whoever keeps the terminals of an office."""
    return STEPS.format(
        file=file,
        name=file.name,
        fingerprint=fingerprint(certificate),
        until=day(certificate.not_valid_after_utc),
        called=called,
    )
