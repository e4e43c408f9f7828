/** Surnames of one character: those of the 百家姓 that are in use, and the frequent ones it does not have. */
const single = new Set('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付邸闫岳帅亢况郈有琴归海晋楚覃楼佟言福涂苟牟代原闪仝官佘冼练揭兰覃仉镇' )

const compound = new Set(['欧阳', '上官', '司马', '诸葛', '东方', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '长孙', '宇文', '轩辕', '端木', '独孤', '南宫', '西门', '呼延', '申屠', '淳于', '单于', '太史', '钟离', '闻人', '澹台', '公冶', '宗政', '濮阳', '仲孙', '鲜于', '闾丘', '司空', '万俟', '赫连', '拓跋', '百里', '东郭', '左丘', '梁丘', '谷梁', '第五'])

/** Whether a text of Chinese characters is built as a name is: a surname, and after it one or two more. */
export function startsAsName(text: string): boolean {
  const signs = [...text]
  const long = compound.has(signs.slice(0, 2).join(''))
  return long ? signs.length >= 3 && signs.length <= 4 : single.has(signs[0] ?? '') && signs.length >= 2 && signs.length <= 3
}
