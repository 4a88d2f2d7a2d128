"""Which forms of a character are one in a search: names of people and places, old and new forms.

Each word holds the form that stands for all first, then the forms that are found with it.
Only forms that no office tells apart as words are listed: 崎 and 﨑, never 士 and 土.
"""

# Forms of family names and place names that a roster and a letter write differently (SEARCH-4).
NAMES = """
高髙 崎﨑嵜碕 辺邊邉 斉齊斎齋 沢澤 広廣 国國圀 桜櫻 徳德 瀬瀨 条條 島嶋嶌 浜濱濵 吉𠮷 柳栁桺 橋槗
槙槇 館舘 富冨 峰峯 杉椙 梅楳 曽曾 彦彥 穂穗 滝瀧 渕淵渊 桑桒 船舩 鉄銕鐵 鎌鐮 頼賴 頬頰 増增 蔵藏
祢禰 栄榮 恵惠 枡桝 昇曻 晃晄 松枩 栃杤 竜龍 卯夘 尭堯 凜凛 真眞 鎮鎭 慎愼 顕顯 豊豐 実實 巌巖
静靜 青靑 清淸 黒黑 内內 鴎鷗 鰺鯵 諌諫 迩邇 芦蘆 舗舖 篭籠 竈竃 鶏鷄雞 梼檮 頚頸 砺礪 蛎蠣 桧檜
薮藪 壷壺 莱萊 蝋蠟 躯軀 醤醬 焔焰 掴摑 填塡 剥剝 噛嚙 嘘噓 繋繫 麺麵 箪簞 顛顚 屏屛 祷禱 涜瀆
侠俠 唖啞 撹攪 麹麴 潅灌 涛濤 園薗 野埜 翠翆
"""

# Old forms beside those of the list of characters for common use (常用漢字表, printed in brackets).
OLD_FORMS = """
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 奥奧
横橫 温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 缶罐
巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 顔顏 気氣 帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽
挟挾 狭狹 教敎 郷鄕 暁曉 区區 駆驅 勲勳 薫薰 径徑 茎莖 掲揭 渓溪 経經 蛍螢 軽輕 継繼 芸藝 撃擊
欠缺 研硏 県縣 倹儉 剣劍劒 険險 圏圈 検檢 献獻 権權 験驗 厳嚴 効效 恒恆 黄黃 鉱鑛 号號 砕碎 済濟
剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 産產 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 写寫 釈釋 寿壽 収收 従從
渋澁澀 獣獸 縦縱 粛肅 処處 緒緖 叙敍 尚尙 将將 称稱 渉涉 焼燒 証證 奨奬 状狀 乗乘 浄淨 剰剩 畳疊
縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 寝寢 尽盡 図圖 粋粹 酔醉 随隨 髄髓 枢樞 数數 声聲 窃竊 摂攝
専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 痩瘦 装裝 総總 騒騷
臓臟 即卽 属屬 続續 堕墮 対對 体體軆 帯帶 滞滯 台臺 択擇 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡
虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 逓遞 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬭 独獨 読讀
届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 瓶甁 払拂 仏佛 併倂
並竝 変變 弁辨瓣辯 歩步 宝寶 褒襃 没沒 翻飜 毎每 万萬 満滿 黙默 戻戾 弥彌 訳譯 薬藥 与與 予豫 余餘
誉譽 揺搖 様樣 謡謠 来來 乱亂 覧覽 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 霊靈 齢齡 暦曆 歴歷 恋戀
錬鍊 炉爐 労勞 郎郞 楼樓 録錄 湾灣 鴬鶯 禄祿 穣穰 萌萠 遥遙 晋晉 聡聰
"""


def table() -> dict[int, str]:
    """For str.translate: every listed form to the one that stands for it."""
    return {ord(form): word[0] for word in (NAMES + OLD_FORMS).split() for form in word[1:]}
