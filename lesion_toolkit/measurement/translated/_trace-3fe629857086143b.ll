; -1
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@.const.array.data.1 = internal unnamed_addr constant [64 x i8] c"\FF\FF\FF\FF\00\03\FF\FF\01\00\FF\FF\01\03\FF\FF\02\01\FF\FF\00\03\02\01\02\00\FF\FF\02\03\FF\FF\03\02\FF\FF\00\02\FF\FF\01\00\03\02\01\02\FF\FF\03\01\FF\FF\00\01\FF\FF\03\00\FF\FF\FF\FF\FF\FF", align 1

define range(i32 -1, -2) i32 @lesion_toolkit_kernel(ptr noalias writeonly captures(none) %retptr, ptr noalias writeonly captures(none) %excinfo, ptr readnone captures(none) %arg.field.0, ptr readnone captures(none) %arg.field.1, i64 %arg.field.2, i64 %arg.field.3, ptr readonly captures(none) %arg.field.4, i64 %arg.field.5.0, i64 %arg.field.5.1, i64 %arg.field.6.0, i64 %arg.field.6.1, double %arg.sx, double %arg.sy, ptr readnone captures(none) %arg.kinds.0, ptr readnone captures(none) %arg.kinds.1, i64 %arg.kinds.2, i64 %arg.kinds.3, ptr writeonly captures(none) %arg.kinds.4, i64 %arg.kinds.5.0, i64 %arg.kinds.5.1, i64 %arg.kinds.6.0, i64 %arg.kinds.6.1, ptr readnone captures(none) %arg.planes.0, ptr readnone captures(none) %arg.planes.1, i64 %arg.planes.2, i64 %arg.planes.3, ptr writeonly captures(none) %arg.planes.4, i64 %arg.planes.5.0, i64 %arg.planes.5.1, i64 %arg.planes.5.2, i64 %arg.planes.6.0, i64 %arg.planes.6.1, i64 %arg.planes.6.2, ptr readnone captures(none) %arg.numbers.0, ptr readnone captures(none) %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr captures(none) %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.5.2, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %arg.numbers.6.2, ptr readnone captures(none) %arg.links.0, ptr readnone captures(none) %arg.links.1, i64 %arg.links.2, i64 %arg.links.3, ptr captures(none) %arg.links.4, i64 %arg.links.5.0, i64 %arg.links.5.1, i64 %arg.links.6.0, i64 %arg.links.6.1, ptr readnone captures(none) %arg.vertices.0, ptr readnone captures(none) %arg.vertices.1, i64 %arg.vertices.2, i64 %arg.vertices.3, ptr captures(none) %arg.vertices.4, i64 %arg.vertices.5.0, i64 %arg.vertices.5.1, i64 %arg.vertices.5.2, i64 %arg.vertices.6.0, i64 %arg.vertices.6.1, i64 %arg.vertices.6.2) local_unnamed_addr #0 {
B0:
  %.203 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  %.1915 = alloca ptr, align 8
  %excinfo.5 = alloca ptr, align 8
  %.159 = mul i64 %arg.vertices.5.2, %arg.vertices.5.1
  %.163.idx = mul i64 %.159, 24
  %.163 = getelementptr i8, ptr %arg.vertices.4, i64 %.163.idx
  store i64 0, ptr %.203, align 8
  %.221 = call i32 @called_1(ptr nonnull %.203, ptr nonnull %excinfo.1, ptr %arg.field.0, ptr %arg.field.1, i64 %arg.field.2, i64 %arg.field.3, ptr %arg.field.4, i64 %arg.field.5.0, i64 %arg.field.5.1, i64 %arg.field.6.0, i64 %arg.field.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.5.2, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %arg.numbers.6.2, ptr %arg.vertices.0, ptr %arg.vertices.1, i64 %.159, i64 %arg.vertices.3, ptr %.163, i64 %arg.vertices.5.1, i64 %arg.vertices.5.2, i64 %arg.vertices.6.1, i64 %arg.vertices.6.2)
  %.231 = load i64, ptr %.203, align 8
  switch i32 %.221, label %B0.if.if [
    i32 -2, label %B0.endif.endif
    i32 0, label %B0.endif.endif
  ], !prof !0

B938:                                             ; preds = %B154.B112.loopexit_crit_edge.split.us.us, %B0.endif.endif
  %.1929 = call i32 @called_2(ptr nonnull %.1915, ptr nonnull %excinfo.5, ptr %arg.links.0, ptr %arg.links.1, i64 %arg.links.2, i64 %arg.links.3, ptr %arg.links.4, i64 %arg.links.5.0, i64 %arg.links.5.1, i64 %arg.links.6.0, i64 %arg.links.6.1, i64 %.231, double %arg.sx, double %arg.sy, ptr %arg.vertices.0, ptr %arg.vertices.1, i64 %arg.vertices.2, i64 %arg.vertices.3, ptr %arg.vertices.4, i64 %arg.vertices.5.0, i64 %arg.vertices.5.1, i64 %arg.vertices.5.2, i64 %arg.vertices.6.0, i64 %arg.vertices.6.1, i64 %arg.vertices.6.2)
  switch i32 %.1929, label %B938.if.if [
    i32 -2, label %B938.endif
    i32 0, label %B938.endif
  ], !prof !0

common.ret:                                       ; preds = %B938.if.if, %B938.endif, %B0.if.if
  %common.ret.op = phi i32 [ %.221, %B0.if.if ], [ %.1929, %B938.if.if ], [ 0, %B938.endif ]
  ret i32 %common.ret.op

B0.if.if:                                         ; preds = %B0
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif:                                   ; preds = %B0, %B0
  %.344804 = icmp sgt i64 %arg.field.5.0, 1
  %.467755 = icmp sgt i64 %arg.field.5.1, 1
  %or.cond = select i1 %.344804, i1 %.467755, i1 false
  br i1 %or.cond, label %B114.endif.us.preheader, label %B938

B114.endif.us.preheader:                          ; preds = %B0.endif.endif
  %0 = add nsw i64 %arg.field.5.0, -2
  %1 = add i64 %arg.field.5.1, -1
  %scevgep = getelementptr i8, ptr %arg.field.4, i64 8
  %2 = shl i64 %arg.field.5.1, 3
  %scevgep69 = getelementptr i8, ptr %arg.planes.4, i64 40
  %3 = mul i64 %arg.planes.5.2, %arg.planes.5.1
  %4 = shl i64 %3, 3
  %5 = shl i64 %arg.planes.5.2, 3
  br label %B114.endif.us

B114.endif.us:                                    ; preds = %B114.endif.us.preheader, %B154.B112.loopexit_crit_edge.split.us.us
  %lsr.iv70 = phi ptr [ %scevgep69, %B114.endif.us.preheader ], [ %scevgep71, %B154.B112.loopexit_crit_edge.split.us.us ]
  %lsr.iv65 = phi ptr [ %arg.kinds.4, %B114.endif.us.preheader ], [ %scevgep66, %B154.B112.loopexit_crit_edge.split.us.us ]
  %lsr.iv = phi ptr [ %scevgep, %B114.endif.us.preheader ], [ %scevgep58, %B154.B112.loopexit_crit_edge.split.us.us ]
  %.350787807.us = phi i64 [ %.357.us, %B154.B112.loopexit_crit_edge.split.us.us ], [ 0, %B114.endif.us.preheader ]
  %.357.us = add nuw nsw i64 %.350787807.us, 1
  %scevgep61 = getelementptr i8, ptr %lsr.iv, i64 %2
  br label %B156.us.us

B156.us.us:                                       ; preds = %B939.us.us, %B114.endif.us
  %lsr.iv72 = phi ptr [ %scevgep73, %B939.us.us ], [ %lsr.iv70, %B114.endif.us ]
  %.473746758.us.us = phi i64 [ 0, %B114.endif.us ], [ %.480.us.us, %B939.us.us ]
  %.480.us.us = add nuw nsw i64 %.473746758.us.us, 1
  %6 = shl i64 %.473746758.us.us, 3
  %scevgep59 = getelementptr i8, ptr %lsr.iv, i64 %6
  %scevgep60 = getelementptr i8, ptr %scevgep59, i64 -8
  %.559.us.us = load double, ptr %scevgep60, align 8
  %.560.us.us = fcmp oge double %.559.us.us, 5.000000e-01
  %.613.us.us = load double, ptr %scevgep59, align 8
  %.614.us.us = fcmp oge double %.613.us.us, 5.000000e-01
  %.617.us.us = select i1 %.614.us.us, i64 2, i64 0
  %.619.us.us = zext i1 %.560.us.us to i64
  %.620.us.us = or disjoint i64 %.617.us.us, %.619.us.us
  %7 = shl i64 %.473746758.us.us, 3
  %scevgep64 = getelementptr i8, ptr %scevgep61, i64 %7
  %.674.us.us = load double, ptr %scevgep64, align 8
  %.675.us.us = fcmp oge double %.674.us.us, 5.000000e-01
  %.678.us.us = select i1 %.675.us.us, i64 4, i64 0
  %.679.us.us = or disjoint i64 %.620.us.us, %.678.us.us
  %8 = shl i64 %.473746758.us.us, 3
  %scevgep62 = getelementptr i8, ptr %scevgep61, i64 %8
  %scevgep63 = getelementptr i8, ptr %scevgep62, i64 -8
  %.732.us.us = load double, ptr %scevgep63, align 8
  %.733.us.us = fcmp oge double %.732.us.us, 5.000000e-01
  %.736.us.us = select i1 %.733.us.us, i64 8, i64 0
  %.737.us.us = or disjoint i64 %.679.us.us, %.736.us.us
  switch i64 %.737.us.us, label %B410.endif.endif.us.us [
    i64 0, label %B939.us.us
    i64 15, label %B384.us.us
  ]

B384.us.us:                                       ; preds = %B156.us.us
  %scevgep68 = getelementptr i8, ptr %lsr.iv65, i64 %.473746758.us.us
  store i8 1, ptr %scevgep68, align 1
  br label %B939.us.us

B410.endif.endif.us.us:                           ; preds = %B156.us.us
  %.1001.us.us = shl nuw nsw i64 %.737.us.us, 2
  %9 = shl nuw nsw i64 1, %.1001.us.us
  %10 = and i64 %9, 1152921504606846977
  %.1012.us.us.not = icmp eq i64 %10, 0
  br i1 %.1012.us.us.not, label %B496.us.us, label %B939.us.us

B496.us.us:                                       ; preds = %B410.endif.endif.us.us
  %11 = and i64 %9, 4503668633174032
  %or.cond.i.not.i.not = icmp eq i64 %11, 0
  br i1 %or.cond.i.not.i.not, label %B108.endif.i, label %B36.endif.i

B36.endif.i:                                      ; preds = %B496.us.us
  %12 = lshr i64 285278208, %.1001.us.us
  %.84.i = and i64 %12, 1
  br label %B496.endif.us.us

B108.endif.i:                                     ; preds = %B496.us.us
  %13 = lshr i64 18691697676544, %.1001.us.us
  %.201.i = and i64 %13, 1
  %.202.i = add nuw nsw i64 %.201.i, %.473746758.us.us
  br label %B496.endif.us.us

B496.endif.us.us:                                 ; preds = %B108.endif.i, %B36.endif.i
  %arg.numbers.5.1.pn = phi i64 [ %arg.numbers.5.1, %B108.endif.i ], [ %.84.i, %B36.endif.i ]
  %.202.sink.i = phi i64 [ %.202.i, %B108.endif.i ], [ %.473746758.us.us, %B36.endif.i ]
  %.27396.sink.i = add i64 %arg.numbers.5.1.pn, %.350787807.us
  %.278.i = mul i64 %.27396.sink.i, %arg.numbers.5.2
  %14 = getelementptr i32, ptr %arg.numbers.4, i64 %.278.i
  %15 = getelementptr i32, ptr %14, i64 %.202.sink.i
  %storemerge.i = load i32, ptr %15, align 4, !noalias !1
  %.1179.us.us = sext i32 %storemerge.i to i64
  %sunkaddr = getelementptr i8, ptr @.const.array.data.1, i64 %.1001.us.us
  %sunkaddr79 = getelementptr i8, ptr %sunkaddr, i64 1
  %.1140.us.us = load i8, ptr %sunkaddr79, align 1
  %16 = and i8 %.1140.us.us, -3
  %or.cond.i.not.i1 = icmp eq i8 %16, 0
  br i1 %or.cond.i.not.i1, label %B36.endif.i13, label %B108.endif.i2

B36.endif.i13:                                    ; preds = %B496.endif.us.us
  %.79.i14 = icmp eq i8 %.1140.us.us, 2
  %.84.i15 = zext i1 %.79.i14 to i64
  br label %B496.endif.endif.endif.us.us

B108.endif.i2:                                    ; preds = %B496.endif.us.us
  %.196.i3 = icmp eq i8 %.1140.us.us, 1
  %.201.i4 = zext i1 %.196.i3 to i64
  %.202.i5 = add nuw nsw i64 %.473746758.us.us, %.201.i4
  br label %B496.endif.endif.endif.us.us

B496.endif.endif.endif.us.us:                     ; preds = %B36.endif.i13, %B108.endif.i2
  %arg.numbers.5.1.pn55 = phi i64 [ %arg.numbers.5.1, %B108.endif.i2 ], [ %.84.i15, %B36.endif.i13 ]
  %.202.sink.i8 = phi i64 [ %.202.i5, %B108.endif.i2 ], [ %.473746758.us.us, %B36.endif.i13 ]
  %17 = trunc i64 %.1179.us.us to i32
  %.27396.sink.i7 = add i64 %arg.numbers.5.1.pn55, %.350787807.us
  %.278.i10 = mul i64 %.27396.sink.i7, %arg.numbers.5.2
  %18 = getelementptr i32, ptr %arg.numbers.4, i64 %.278.i10
  %19 = getelementptr i32, ptr %18, i64 %.202.sink.i8
  %storemerge.i12 = load i32, ptr %19, align 4, !noalias !4
  %.1204.us.us = icmp slt i32 %17, 0
  %.1205.us.us = select i1 %.1204.us.us, i64 %arg.links.5.1, i64 0
  %20 = getelementptr i32, ptr %arg.links.4, i64 %.1205.us.us
  %.1227.us.us = getelementptr i32, ptr %20, i64 %.1179.us.us
  store i32 %storemerge.i12, ptr %.1227.us.us, align 4
  %.1234.us.us = sext i32 %storemerge.i12 to i64
  %.1256.us.us = icmp slt i32 %storemerge.i12, 0
  %.1257.us.us = select i1 %.1256.us.us, i64 %arg.vertices.5.1, i64 0
  %.1258.us.us = add i64 %.1257.us.us, %.1234.us.us
  %.1278.us.us = mul i64 %.1258.us.us, %arg.vertices.5.2
  %.1282.us.us = getelementptr double, ptr %.163, i64 %.1278.us.us
  %.1283.us.us = load double, ptr %.1282.us.us, align 8
  %.1312.us.us = select i1 %.1204.us.us, i64 %arg.vertices.5.1, i64 0
  %.1313.us.us = add i64 %.1312.us.us, %.1179.us.us
  %.1333.us.us = mul i64 %.1313.us.us, %arg.vertices.5.2
  %.1337.us.us = getelementptr double, ptr %.163, i64 %.1333.us.us
  %.1338.us.us = load double, ptr %.1337.us.us, align 8
  %.1339.us.us = fsub double %.1283.us.us, %.1338.us.us
  %.1393.us.us = getelementptr i8, ptr %.1282.us.us, i64 8
  %.1394.us.us = load double, ptr %.1393.us.us, align 8
  %.1448.us.us = getelementptr i8, ptr %.1337.us.us, i64 8
  %.1449.us.us = load double, ptr %.1448.us.us, align 8
  %.1450.us.us = fsub double %.1394.us.us, %.1449.us.us
  %.6.i = tail call double @hypot(double %.1339.us.us, double %.1450.us.us), !noalias !7
  %.1475.us.us = fneg double %.1450.us.us
  %.1479.us.us = fdiv double %.1475.us.us, %.6.i
  %.1483.us.us = fdiv double %.1339.us.us, %.6.i
  %sunkaddr80 = getelementptr i8, ptr %lsr.iv72, i64 -40
  store double %.1479.us.us, ptr %sunkaddr80, align 8
  %scevgep77 = getelementptr i8, ptr %lsr.iv72, i64 -32
  store double %.1483.us.us, ptr %scevgep77, align 8
  %.1685.us.us = load double, ptr %.1337.us.us, align 8
  %.1686.us.us = fmul double %.1479.us.us, %.1685.us.us
  %.1741.us.us = load double, ptr %.1448.us.us, align 8
  %.1742.us.us = fmul double %.1483.us.us, %.1741.us.us
  %.1743.us.us = fadd double %.1686.us.us, %.1742.us.us
  %.1744.us.us = fneg double %.1743.us.us
  %scevgep76 = getelementptr i8, ptr %lsr.iv72, i64 -24
  store double %.1744.us.us, ptr %scevgep76, align 8
  %sunkaddr81 = getelementptr i8, ptr %lsr.iv65, i64 %.473746758.us.us
  store i8 2, ptr %sunkaddr81, align 1
  %sunkaddr82 = getelementptr i8, ptr @.const.array.data.1, i64 %.1001.us.us
  %sunkaddr83 = getelementptr i8, ptr %sunkaddr82, i64 2
  %.1006.us.us.1 = load i8, ptr %sunkaddr83, align 1
  %.1012.us.us.1 = icmp slt i8 %.1006.us.us.1, 0
  br i1 %.1012.us.us.1, label %B939.us.us, label %B496.us.us.1

B496.us.us.1:                                     ; preds = %B496.endif.endif.endif.us.us
  %21 = and i8 %.1006.us.us.1, 125
  %or.cond.i.not.i18 = icmp eq i8 %21, 0
  br i1 %or.cond.i.not.i18, label %B36.endif.i30, label %B108.endif.i19

B36.endif.i30:                                    ; preds = %B496.us.us.1
  %.79.i31 = icmp eq i8 %.1006.us.us.1, 2
  %.84.i32 = zext i1 %.79.i31 to i64
  br label %B496.endif.us.us.1

B108.endif.i19:                                   ; preds = %B496.us.us.1
  %.196.i20 = icmp eq i8 %.1006.us.us.1, 1
  %.201.i21 = zext i1 %.196.i20 to i64
  %.202.i22 = add nuw nsw i64 %.473746758.us.us, %.201.i21
  br label %B496.endif.us.us.1

B496.endif.us.us.1:                               ; preds = %B108.endif.i19, %B36.endif.i30
  %arg.numbers.5.1.pn56 = phi i64 [ %arg.numbers.5.1, %B108.endif.i19 ], [ %.84.i32, %B36.endif.i30 ]
  %.202.sink.i25 = phi i64 [ %.202.i22, %B108.endif.i19 ], [ %.473746758.us.us, %B36.endif.i30 ]
  %.27396.sink.i24 = add i64 %arg.numbers.5.1.pn56, %.350787807.us
  %.278.i27 = mul i64 %.27396.sink.i24, %arg.numbers.5.2
  %22 = getelementptr i32, ptr %arg.numbers.4, i64 %.278.i27
  %23 = getelementptr i32, ptr %22, i64 %.202.sink.i25
  %storemerge.i29 = load i32, ptr %23, align 4, !noalias !10
  %.1179.us.us.1 = sext i32 %storemerge.i29 to i64
  %sunkaddr84 = getelementptr i8, ptr @.const.array.data.1, i64 %.1001.us.us
  %sunkaddr85 = getelementptr i8, ptr %sunkaddr84, i64 3
  %.1140.us.us.1 = load i8, ptr %sunkaddr85, align 1
  %24 = and i8 %.1140.us.us.1, -3
  %or.cond.i.not.i35 = icmp eq i8 %24, 0
  br i1 %or.cond.i.not.i35, label %B36.endif.i47, label %B108.endif.i36

B36.endif.i47:                                    ; preds = %B496.endif.us.us.1
  %.79.i48 = icmp eq i8 %.1140.us.us.1, 2
  %.84.i49 = zext i1 %.79.i48 to i64
  br label %B496.endif.endif.endif.us.us.1

B108.endif.i36:                                   ; preds = %B496.endif.us.us.1
  %.196.i37 = icmp eq i8 %.1140.us.us.1, 1
  %.201.i38 = zext i1 %.196.i37 to i64
  %.202.i39 = add nuw nsw i64 %.473746758.us.us, %.201.i38
  br label %B496.endif.endif.endif.us.us.1

B496.endif.endif.endif.us.us.1:                   ; preds = %B36.endif.i47, %B108.endif.i36
  %arg.numbers.5.1.pn57 = phi i64 [ %arg.numbers.5.1, %B108.endif.i36 ], [ %.84.i49, %B36.endif.i47 ]
  %.202.sink.i42 = phi i64 [ %.202.i39, %B108.endif.i36 ], [ %.473746758.us.us, %B36.endif.i47 ]
  %25 = trunc i64 %.1179.us.us.1 to i32
  %.27396.sink.i41 = add i64 %arg.numbers.5.1.pn57, %.350787807.us
  %.278.i44 = mul i64 %.27396.sink.i41, %arg.numbers.5.2
  %26 = getelementptr i32, ptr %arg.numbers.4, i64 %.278.i44
  %27 = getelementptr i32, ptr %26, i64 %.202.sink.i42
  %storemerge.i46 = load i32, ptr %27, align 4, !noalias !13
  %.1204.us.us.1 = icmp slt i32 %25, 0
  %.1205.us.us.1 = select i1 %.1204.us.us.1, i64 %arg.links.5.1, i64 0
  %28 = getelementptr i32, ptr %arg.links.4, i64 %.1205.us.us.1
  %.1227.us.us.1 = getelementptr i32, ptr %28, i64 %.1179.us.us.1
  store i32 %storemerge.i46, ptr %.1227.us.us.1, align 4
  %.1234.us.us.1 = sext i32 %storemerge.i46 to i64
  %.1256.us.us.1 = icmp slt i32 %storemerge.i46, 0
  %.1257.us.us.1 = select i1 %.1256.us.us.1, i64 %arg.vertices.5.1, i64 0
  %.1258.us.us.1 = add i64 %.1257.us.us.1, %.1234.us.us.1
  %.1278.us.us.1 = mul i64 %.1258.us.us.1, %arg.vertices.5.2
  %.1282.us.us.1 = getelementptr double, ptr %.163, i64 %.1278.us.us.1
  %.1283.us.us.1 = load double, ptr %.1282.us.us.1, align 8
  %.1312.us.us.1 = select i1 %.1204.us.us.1, i64 %arg.vertices.5.1, i64 0
  %.1313.us.us.1 = add i64 %.1312.us.us.1, %.1179.us.us.1
  %.1333.us.us.1 = mul i64 %.1313.us.us.1, %arg.vertices.5.2
  %.1337.us.us.1 = getelementptr double, ptr %.163, i64 %.1333.us.us.1
  %.1338.us.us.1 = load double, ptr %.1337.us.us.1, align 8
  %.1339.us.us.1 = fsub double %.1283.us.us.1, %.1338.us.us.1
  %.1393.us.us.1 = getelementptr i8, ptr %.1282.us.us.1, i64 8
  %.1394.us.us.1 = load double, ptr %.1393.us.us.1, align 8
  %.1448.us.us.1 = getelementptr i8, ptr %.1337.us.us.1, i64 8
  %.1449.us.us.1 = load double, ptr %.1448.us.us.1, align 8
  %.1450.us.us.1 = fsub double %.1394.us.us.1, %.1449.us.us.1
  %.6.i52 = tail call double @hypot(double %.1339.us.us.1, double %.1450.us.us.1), !noalias !16
  %.1475.us.us.1 = fneg double %.1450.us.us.1
  %.1479.us.us.1 = fdiv double %.1475.us.us.1, %.6.i52
  %.1483.us.us.1 = fdiv double %.1339.us.us.1, %.6.i52
  %scevgep75 = getelementptr i8, ptr %lsr.iv72, i64 -16
  store double %.1479.us.us.1, ptr %scevgep75, align 8
  %scevgep74 = getelementptr i8, ptr %lsr.iv72, i64 -8
  store double %.1483.us.us.1, ptr %scevgep74, align 8
  %.1685.us.us.1 = load double, ptr %.1337.us.us.1, align 8
  %.1686.us.us.1 = fmul double %.1479.us.us.1, %.1685.us.us.1
  %.1741.us.us.1 = load double, ptr %.1448.us.us.1, align 8
  %.1742.us.us.1 = fmul double %.1483.us.us.1, %.1741.us.us.1
  %.1743.us.us.1 = fadd double %.1686.us.us.1, %.1742.us.us.1
  %.1744.us.us.1 = fneg double %.1743.us.us.1
  store double %.1744.us.us.1, ptr %lsr.iv72, align 8
  %sunkaddr86 = getelementptr i8, ptr %lsr.iv65, i64 %.473746758.us.us
  store i8 3, ptr %sunkaddr86, align 1
  br label %B939.us.us

B939.us.us:                                       ; preds = %B410.endif.endif.us.us, %B496.endif.endif.endif.us.us, %B496.endif.endif.endif.us.us.1, %B384.us.us, %B156.us.us
  %scevgep73 = getelementptr i8, ptr %lsr.iv72, i64 %5
  %exitcond.not = icmp eq i64 %1, %.480.us.us
  br i1 %exitcond.not, label %B154.B112.loopexit_crit_edge.split.us.us, label %B156.us.us

B154.B112.loopexit_crit_edge.split.us.us:         ; preds = %B939.us.us
  %scevgep58 = getelementptr i8, ptr %lsr.iv, i64 %2
  %scevgep66 = getelementptr i8, ptr %lsr.iv65, i64 %arg.kinds.5.1
  %scevgep71 = getelementptr i8, ptr %lsr.iv70, i64 %4
  %exitcond872.not = icmp eq i64 %.350787807.us, %0
  br i1 %exitcond872.not, label %B938, label %B114.endif.us

B938.endif:                                       ; preds = %B938, %B938
  store i64 %.231, ptr %retptr, align 8
  br label %common.ret

B938.if.if:                                       ; preds = %B938
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr noundef i32 @called_1(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.field.0, ptr readnone captures(none) %arg.field.1, i64 %arg.field.2, i64 %arg.field.3, ptr readonly captures(none) %arg.field.4, i64 %arg.field.5.0, i64 %arg.field.5.1, i64 %arg.field.6.0, i64 %arg.field.6.1, ptr readnone captures(none) %arg.numbers.0, ptr readnone captures(none) %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr writeonly captures(none) %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.5.2, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %arg.numbers.6.2, ptr readnone captures(none) %arg.points.0, ptr readnone captures(none) %arg.points.1, i64 %arg.points.2, i64 %arg.points.3, ptr writeonly captures(none) %arg.points.4, i64 %arg.points.5.0, i64 %arg.points.5.1, i64 %arg.points.6.0, i64 %arg.points.6.1) local_unnamed_addr #1 {
B0.endif:
  %.158354.not = icmp slt i64 %arg.field.5.0, 1
  %.285333.not = icmp slt i64 %arg.field.5.1, 1
  %or.cond = select i1 %.158354.not, i1 true, i1 %.285333.not
  br i1 %or.cond, label %B406, label %B60.endif.us.preheader

B60.endif.us.preheader:                           ; preds = %B0.endif
  %0 = shl i64 %arg.field.5.1, 3
  %1 = shl i64 %arg.numbers.5.1, 2
  %2 = mul i64 %1, %arg.numbers.5.2
  %scevgep10 = getelementptr i8, ptr %arg.numbers.4, i64 %2
  %3 = shl i64 %arg.numbers.5.2, 2
  %scevgep = getelementptr i8, ptr %arg.field.4, i64 %0
  br label %B60.endif.us

B60.endif.us:                                     ; preds = %B92.B58.loopexit_crit_edge.split.us.us, %B60.endif.us.preheader
  %lsr.iv = phi ptr [ %scevgep8, %B92.B58.loopexit_crit_edge.split.us.us ], [ %scevgep, %B60.endif.us.preheader ]
  %lsr.iv19 = phi ptr [ %arg.numbers.4, %B60.endif.us.preheader ], [ %scevgep20, %B92.B58.loopexit_crit_edge.split.us.us ]
  %lsr.iv14 = phi ptr [ %arg.field.4, %B60.endif.us.preheader ], [ %scevgep15, %B92.B58.loopexit_crit_edge.split.us.us ]
  %lsr.iv11 = phi ptr [ %scevgep10, %B60.endif.us.preheader ], [ %scevgep12, %B92.B58.loopexit_crit_edge.split.us.us ]
  %count.4.0359.us = phi i64 [ 0, %B60.endif.us.preheader ], [ %.us-phi, %B92.B58.loopexit_crit_edge.split.us.us ]
  %.164347357.us = phi i64 [ 0, %B60.endif.us.preheader ], [ %.514.us.us.1, %B92.B58.loopexit_crit_edge.split.us.us ]
  %scevgep15 = getelementptr i8, ptr %lsr.iv14, i64 %0
  %.680.us = uitofp nneg i64 %.164347357.us to double
  %.516.not.us.us = icmp slt i64 %.164347357.us, %arg.field.5.0
  %.514.us.us.1 = add nuw nsw i64 %.164347357.us, 1
  %.516.not.us.us.1 = icmp slt i64 %.514.us.us.1, %arg.field.5.0
  %.516.not.us.us.1.fr = freeze i1 %.516.not.us.us.1
  %.516.not.us.us.fr = freeze i1 %.516.not.us.us
  br i1 %.516.not.us.us.fr, label %B94.endif.endif.us.us.preheader, label %B60.endif.us.split.us

B94.endif.endif.us.us.preheader:                  ; preds = %B60.endif.us
  br label %B94.endif.endif.us.us

B60.endif.us.split.us:                            ; preds = %B60.endif.us
  br i1 %.516.not.us.us.1.fr, label %B94.endif.endif.us.us.us.preheader, label %B92.B58.loopexit_crit_edge.split.us.us

B94.endif.endif.us.us.us.preheader:               ; preds = %B60.endif.us.split.us
  br label %B94.endif.endif.us.us.us

B94.endif.endif.us.us.us:                         ; preds = %B94.endif.endif.us.us.us.preheader, %B407.us.us.1.us
  %count.3.1336.us.us.us = phi i64 [ %count.5.3.us.us.1.us, %B407.us.us.1.us ], [ %count.4.0359.us, %B94.endif.endif.us.us.us.preheader ]
  %.291328334.us.us.us = phi i64 [ %.519.us.us.us, %B407.us.us.1.us ], [ 0, %B94.endif.endif.us.us.us.preheader ]
  %4 = shl i64 %.291328334.us.us.us, 3
  %scevgep16 = getelementptr i8, ptr %lsr.iv14, i64 %4
  %.383.us.us.us = load double, ptr %scevgep16, align 8
  %.519.us.us.us = add nuw nsw i64 %.291328334.us.us.us, 1
  %.604.us.us.us = fsub double 5.000000e-01, %.383.us.us.us
  %.619.us.us.us = uitofp nneg i64 %.291328334.us.us.us to double
  %.523.not.us.us.1.us = icmp slt i64 %.291328334.us.us.us, %arg.field.5.1
  br i1 %.523.not.us.us.1.us, label %B216.us.us.1.us, label %B407.us.us.1.us

B216.us.us.1.us:                                  ; preds = %B94.endif.endif.us.us.us
  %.388.us.us.us = fcmp oge double %.383.us.us.us, 5.000000e-01
  %5 = shl i64 %.291328334.us.us.us, 3
  %scevgep11 = getelementptr i8, ptr %lsr.iv, i64 %5
  %.594.us.us.1.us = load double, ptr %scevgep11, align 8
  %.599.us.us.1.us = fcmp oge double %.594.us.us.1.us, 5.000000e-01
  %.601.us.us.1.us = xor i1 %.388.us.us.us, %.599.us.us.1.us
  br i1 %.601.us.us.1.us, label %B284.us.us.1.us, label %B407.us.us.1.us

B284.us.us.1.us:                                  ; preds = %B216.us.us.1.us
  %.607.us.us.1.us = fsub double %.594.us.us.1.us, %.383.us.us.us
  %.613.us.us.1.us = fdiv double %.604.us.us.us, %.607.us.us.1.us
  %.617.us.us.1.us = fmul double %.613.us.us.1.us, 0.000000e+00
  %.620.us.us.1.us = fadd double %.617.us.us.1.us, %.619.us.us.us
  %.648.us.us.1.us = icmp slt i64 %count.3.1336.us.us.us, 0
  %.649.us.us.1.us = select i1 %.648.us.us.1.us, i64 %arg.points.5.0, i64 0
  %.650.us.us.1.us = add i64 %.649.us.us.1.us, %count.3.1336.us.us.us
  %.670.us.us.1.us = mul i64 %.650.us.us.1.us, %arg.points.5.1
  %.674.us.us.1.us = getelementptr double, ptr %arg.points.4, i64 %.670.us.us.1.us
  store double %.620.us.us.1.us, ptr %.674.us.us.1.us, align 8
  %.681.us.us.1.us = fadd double %.613.us.us.1.us, %.680.us
  %.735.us.us.1.us = getelementptr i8, ptr %.674.us.us.1.us, i64 8
  store double %.681.us.us.1.us, ptr %.735.us.us.1.us, align 8
  %6 = shl i64 %.291328334.us.us.us, 2
  %scevgep13 = getelementptr i8, ptr %lsr.iv11, i64 %6
  %.811.us.us.1.us = trunc i64 %count.3.1336.us.us.us to i32
  store i32 %.811.us.us.1.us, ptr %scevgep13, align 4
  %.814.us.us.1.us = add nsw i64 %count.3.1336.us.us.us, 1
  br label %B407.us.us.1.us

B407.us.us.1.us:                                  ; preds = %B284.us.us.1.us, %B216.us.us.1.us, %B94.endif.endif.us.us.us
  %count.5.3.us.us.1.us = phi i64 [ %count.3.1336.us.us.us, %B94.endif.endif.us.us.us ], [ %count.3.1336.us.us.us, %B216.us.us.1.us ], [ %.814.us.us.1.us, %B284.us.us.1.us ]
  %exitcond.not.us = icmp eq i64 %arg.field.5.1, %.519.us.us.us
  br i1 %exitcond.not.us, label %B92.B58.loopexit_crit_edge.split.us.us, label %B94.endif.endif.us.us.us

B94.endif.endif.us.us:                            ; preds = %B94.endif.endif.us.us.preheader, %B407.us.us.1
  %count.3.1336.us.us = phi i64 [ %count.5.3.us.us.1, %B407.us.us.1 ], [ %count.4.0359.us, %B94.endif.endif.us.us.preheader ]
  %.291328334.us.us = phi i64 [ %15, %B407.us.us.1 ], [ 0, %B94.endif.endif.us.us.preheader ]
  %7 = shl i64 %.291328334.us.us, 3
  %scevgep24 = getelementptr i8, ptr %lsr.iv14, i64 %7
  %.383.us.us = load double, ptr %scevgep24, align 8
  %.604.us.us = fsub double 5.000000e-01, %.383.us.us
  %.619.us.us = uitofp nneg i64 %.291328334.us.us to double
  %8 = add i64 %.291328334.us.us, 1
  %.523.not.us.us = icmp slt i64 %8, %arg.field.5.1
  br i1 %.523.not.us.us, label %B216.us.us, label %B407.us.us

B216.us.us:                                       ; preds = %B94.endif.endif.us.us
  %9 = fcmp oge double %.383.us.us, 5.000000e-01
  %10 = shl i64 %.291328334.us.us, 3
  %scevgep19 = getelementptr i8, ptr %lsr.iv14, i64 %10
  %scevgep21 = getelementptr i8, ptr %scevgep19, i64 8
  %.594.us.us = load double, ptr %scevgep21, align 8
  %.599.us.us = fcmp oge double %.594.us.us, 5.000000e-01
  %.601.us.us = xor i1 %9, %.599.us.us
  br i1 %.601.us.us, label %B284.us.us, label %B407.us.us

B284.us.us:                                       ; preds = %B216.us.us
  %.607.us.us = fsub double %.594.us.us, %.383.us.us
  %.613.us.us = fdiv double %.604.us.us, %.607.us.us
  %.620.us.us = fadd double %.613.us.us, %.619.us.us
  %.648.us.us = icmp slt i64 %count.3.1336.us.us, 0
  %.649.us.us = select i1 %.648.us.us, i64 %arg.points.5.0, i64 0
  %.650.us.us = add i64 %.649.us.us, %count.3.1336.us.us
  %.670.us.us = mul i64 %.650.us.us, %arg.points.5.1
  %.674.us.us = getelementptr double, ptr %arg.points.4, i64 %.670.us.us
  store double %.620.us.us, ptr %.674.us.us, align 8
  %.678.us.us = fmul double %.613.us.us, 0.000000e+00
  %.681.us.us = fadd double %.678.us.us, %.680.us
  %.735.us.us = getelementptr i8, ptr %.674.us.us, i64 8
  store double %.681.us.us, ptr %.735.us.us, align 8
  %.811.us.us = trunc i64 %count.3.1336.us.us to i32
  %sunkaddr = shl i64 %.291328334.us.us, 2
  %sunkaddr25 = getelementptr i8, ptr %lsr.iv19, i64 %sunkaddr
  store i32 %.811.us.us, ptr %sunkaddr25, align 4
  %.814.us.us = add nsw i64 %count.3.1336.us.us, 1
  br label %B407.us.us

B407.us.us:                                       ; preds = %B284.us.us, %B216.us.us, %B94.endif.endif.us.us
  %count.5.3.us.us = phi i64 [ %count.3.1336.us.us, %B94.endif.endif.us.us ], [ %count.3.1336.us.us, %B216.us.us ], [ %.814.us.us, %B284.us.us ]
  %11 = add i64 %8, -1
  %.523.not.us.us.1 = icmp slt i64 %11, %arg.field.5.1
  %or.cond375 = select i1 %.516.not.us.us.1.fr, i1 %.523.not.us.us.1, i1 false
  br i1 %or.cond375, label %B216.us.us.1, label %B407.us.us.1

B216.us.us.1:                                     ; preds = %B407.us.us
  %12 = fcmp oge double %.383.us.us, 5.000000e-01
  %13 = shl i64 %.291328334.us.us, 3
  %scevgep14 = getelementptr i8, ptr %lsr.iv, i64 %13
  %.594.us.us.1 = load double, ptr %scevgep14, align 8
  %.599.us.us.1 = fcmp oge double %.594.us.us.1, 5.000000e-01
  %.601.us.us.1 = xor i1 %12, %.599.us.us.1
  br i1 %.601.us.us.1, label %B284.us.us.1, label %B407.us.us.1

B284.us.us.1:                                     ; preds = %B216.us.us.1
  %.607.us.us.1 = fsub double %.594.us.us.1, %.383.us.us
  %.613.us.us.1 = fdiv double %.604.us.us, %.607.us.us.1
  %.617.us.us.1 = fmul double %.613.us.us.1, 0.000000e+00
  %.620.us.us.1 = fadd double %.617.us.us.1, %.619.us.us
  %.648.us.us.1 = icmp slt i64 %count.5.3.us.us, 0
  %.649.us.us.1 = select i1 %.648.us.us.1, i64 %arg.points.5.0, i64 0
  %.650.us.us.1 = add i64 %.649.us.us.1, %count.5.3.us.us
  %.670.us.us.1 = mul i64 %.650.us.us.1, %arg.points.5.1
  %.674.us.us.1 = getelementptr double, ptr %arg.points.4, i64 %.670.us.us.1
  store double %.620.us.us.1, ptr %.674.us.us.1, align 8
  %.681.us.us.1 = fadd double %.613.us.us.1, %.680.us
  %.735.us.us.1 = getelementptr i8, ptr %.674.us.us.1, i64 8
  store double %.681.us.us.1, ptr %.735.us.us.1, align 8
  %14 = shl i64 %.291328334.us.us, 2
  %scevgep18 = getelementptr i8, ptr %lsr.iv11, i64 %14
  %.811.us.us.1 = trunc i64 %count.5.3.us.us to i32
  store i32 %.811.us.us.1, ptr %scevgep18, align 4
  %.814.us.us.1 = add nsw i64 %count.5.3.us.us, 1
  br label %B407.us.us.1

B407.us.us.1:                                     ; preds = %B284.us.us.1, %B216.us.us.1, %B407.us.us
  %count.5.3.us.us.1 = phi i64 [ %count.5.3.us.us, %B407.us.us ], [ %count.5.3.us.us, %B216.us.us.1 ], [ %.814.us.us.1, %B284.us.us.1 ]
  %15 = add i64 %11, 1
  %exitcond.not = icmp eq i64 %arg.field.5.1, %15
  br i1 %exitcond.not, label %B92.B58.loopexit_crit_edge.split.us.us, label %B94.endif.endif.us.us

B92.B58.loopexit_crit_edge.split.us.us:           ; preds = %B407.us.us.1.us, %B407.us.us.1, %B60.endif.us.split.us
  %.us-phi = phi i64 [ %count.4.0359.us, %B60.endif.us.split.us ], [ %count.5.3.us.us.1, %B407.us.us.1 ], [ %count.5.3.us.us.1.us, %B407.us.us.1.us ]
  %scevgep12 = getelementptr i8, ptr %lsr.iv11, i64 %3
  %scevgep20 = getelementptr i8, ptr %lsr.iv19, i64 %3
  %scevgep8 = getelementptr i8, ptr %lsr.iv, i64 %0
  %exitcond374.not = icmp eq i64 %.514.us.us.1, %arg.field.5.0
  br i1 %exitcond374.not, label %B406, label %B60.endif.us

B406:                                             ; preds = %B92.B58.loopexit_crit_edge.split.us.us, %B0.endif
  %count.4.0.lcssa = phi i64 [ 0, %B0.endif ], [ %.us-phi, %B92.B58.loopexit_crit_edge.split.us.us ]
  store i64 %count.4.0.lcssa, ptr %retptr, align 8
  ret i32 0
}

declare double @hypot(double, double) local_unnamed_addr #2

define linkonce_odr noundef i32 @called_2(ptr noalias writeonly captures(none) %retptr, ptr noalias readnone captures(none) %excinfo, ptr readnone captures(none) %arg.links.0, ptr readnone captures(none) %arg.links.1, i64 %arg.links.2, i64 %arg.links.3, ptr captures(none) %arg.links.4, i64 %arg.links.5.0, i64 %arg.links.5.1, i64 %arg.links.6.0, i64 %arg.links.6.1, i64 %arg.count, double %arg.sx, double %arg.sy, ptr readnone captures(none) %arg.vertices.0, ptr readnone captures(none) %arg.vertices.1, i64 %arg.vertices.2, i64 %arg.vertices.3, ptr captures(none) %arg.vertices.4, i64 %arg.vertices.5.0, i64 %arg.vertices.5.1, i64 %arg.vertices.5.2, i64 %arg.vertices.6.0, i64 %arg.vertices.6.1, i64 %arg.vertices.6.2) local_unnamed_addr #1 {
B0.endif:
  %.150 = getelementptr i32, ptr %arg.links.4, i64 %arg.links.5.1
  %.217.idx = shl i64 %arg.links.5.1, 3
  %.217 = getelementptr i8, ptr %arg.links.4, i64 %.217.idx
  %.293 = icmp sgt i64 %arg.count, 0
  br i1 %.293, label %B84.preheader, label %B498

B84.preheader:                                    ; preds = %B0.endif
  %0 = shl nuw i64 %arg.count, 2
  tail call void @llvm.memset.p0.i64(ptr align 4 %.150, i8 -1, i64 %0, i1 false)
  %1 = shl i64 %arg.links.5.1, 2
  br label %B134

B134:                                             ; preds = %B270, %B84.preheader
  %n.3.0587 = phi i64 [ %n.4.2, %B270 ], [ 0, %B84.preheader ]
  %.500583585 = phi i64 [ %.507, %B270 ], [ 0, %B84.preheader ]
  %.507 = add nuw nsw i64 %.500583585, 1
  %2 = getelementptr i32, ptr %arg.links.4, i64 %.500583585
  %.574 = load i32, ptr %2, align 4
  %.576 = sext i32 %.574 to i64
  %.589 = icmp slt i32 %.574, 0
  %.590 = select i1 %.589, i64 %arg.links.5.1, i64 0
  %3 = getelementptr i32, ptr %.150, i64 %.590
  %.604 = getelementptr i32, ptr %3, i64 %.576
  %.605 = load i32, ptr %.604, align 4
  %.607 = icmp slt i32 %.605, 0
  br i1 %.607, label %B176.preheader, label %B270

B176.preheader:                                   ; preds = %B134
  br label %B176

B176:                                             ; preds = %B176.preheader, %B176
  %n.2.1 = phi i64 [ %.707, %B176 ], [ %n.3.0587, %B176.preheader ]
  %vertex.6.1 = phi i64 [ %.743, %B176 ], [ %.500583585, %B176.preheader ]
  %.623 = icmp slt i64 %vertex.6.1, 0
  %.624 = select i1 %.623, i64 %arg.links.5.1, i64 0
  %4 = getelementptr i32, ptr %arg.links.4, i64 %vertex.6.1
  %.638 = getelementptr i32, ptr %4, i64 %.624
  %.639 = load i32, ptr %.638, align 4
  %.642 = sext i32 %.639 to i64
  %.655 = icmp slt i32 %.639, 0
  %.656 = select i1 %.655, i64 %arg.links.5.1, i64 0
  %5 = getelementptr i32, ptr %.150, i64 %.656
  %.670 = getelementptr i32, ptr %5, i64 %.642
  %.671 = trunc i64 %vertex.6.1 to i32
  store i32 %.671, ptr %.670, align 4
  %.688 = icmp slt i64 %n.2.1, 0
  %6 = select i1 %.688, i64 %1, i64 0
  %scevgep10 = getelementptr i8, ptr %.217, i64 %6
  %7 = shl i64 %n.2.1, 2
  %scevgep11 = getelementptr i8, ptr %scevgep10, i64 %7
  store i32 %.671, ptr %scevgep11, align 4
  %.707 = add i64 %n.2.1, 1
  %.742 = load i32, ptr %.638, align 4
  %.743 = sext i32 %.742 to i64
  %.760 = icmp slt i32 %.742, 0
  %.761 = select i1 %.760, i64 %arg.links.5.1, i64 0
  %8 = getelementptr i32, ptr %arg.links.4, i64 %.761
  %.775 = getelementptr i32, ptr %8, i64 %.743
  %.776 = load i32, ptr %.775, align 4
  %.778 = sext i32 %.776 to i64
  %.791 = icmp slt i32 %.776, 0
  %.792 = select i1 %.791, i64 %arg.links.5.1, i64 0
  %9 = getelementptr i32, ptr %.150, i64 %.792
  %.806 = getelementptr i32, ptr %9, i64 %.778
  %.807 = load i32, ptr %.806, align 4
  %.809 = icmp slt i32 %.807, 0
  br i1 %.809, label %B176, label %B270

B270:                                             ; preds = %B176, %B134
  %n.4.2 = phi i64 [ %n.3.0587, %B134 ], [ %.707, %B176 ]
  %exitcond606.not = icmp eq i64 %arg.count, %.507
  br i1 %exitcond606.not, label %B304.endif.endif.lr.ph, label %B134

B414.2:                                           ; preds = %B304.endif.endif.lr.ph, %B414.2
  %lsr.iv = phi ptr [ %scevgep1, %B414.2 ], [ %scevgep, %B304.endif.endif.lr.ph ]
  %.915595600 = phi i64 [ %.922, %B414.2 ], [ 0, %B304.endif.endif.lr.ph ]
  %10 = shl i64 %.915595600, 2
  %scevgep9 = getelementptr i8, ptr %.217, i64 %10
  %.1100 = load i32, ptr %scevgep9, align 4
  %.1198 = sext i32 %.1100 to i64
  %.1230 = icmp slt i32 %.1100, 0
  %.1231 = select i1 %.1230, i64 %arg.vertices.5.1, i64 0
  %.1232 = add i64 %.1231, %.1198
  %.1261 = mul i64 %.1232, %arg.vertices.5.2
  %.1265 = getelementptr double, ptr %13, i64 %.1261
  %.1266 = load double, ptr %.1265, align 8
  %.1268 = fmul double %arg.sx, %.1266
  %scevgep8 = getelementptr i8, ptr %lsr.iv, i64 -8
  store double %.1268, ptr %scevgep8, align 8
  %.1423 = getelementptr i8, ptr %.1265, i64 8
  %.1424 = load double, ptr %.1423, align 8
  %.1426 = fmul double %arg.sy, %.1424
  store double %.1426, ptr %lsr.iv, align 8
  %.1100.1 = load i32, ptr %scevgep9, align 4
  %.1122.1 = icmp slt i32 %.1100.1, 0
  %.1123.1 = select i1 %.1122.1, i64 %arg.links.5.1, i64 0
  %11 = getelementptr i32, ptr %.150, i64 %.1123.1
  %.1109.1 = sext i32 %.1100.1 to i64
  %.1137.1 = getelementptr i32, ptr %11, i64 %.1109.1
  %.1138.1 = load i32, ptr %.1137.1, align 4
  %.1198.1 = sext i32 %.1138.1 to i64
  %.1230.1 = icmp slt i32 %.1138.1, 0
  %.1231.1 = select i1 %.1230.1, i64 %arg.vertices.5.1, i64 0
  %.1232.1 = add i64 %.1231.1, %.1198.1
  %.1261.1 = mul i64 %.1232.1, %arg.vertices.5.2
  %.1265.1 = getelementptr double, ptr %13, i64 %.1261.1
  %.1266.1 = load double, ptr %.1265.1, align 8
  %.1268.1 = fmul double %arg.sx, %.1266.1
  %sunkaddr1 = mul i64 %.1257, 8
  %sunkaddr2 = getelementptr i8, ptr %lsr.iv, i64 %sunkaddr1
  %sunkaddr3 = getelementptr i8, ptr %sunkaddr2, i64 -8
  store double %.1268.1, ptr %sunkaddr3, align 8
  %.1423.1 = getelementptr i8, ptr %.1265.1, i64 8
  %.1424.1 = load double, ptr %.1423.1, align 8
  %.1426.1 = fmul double %arg.sy, %.1424.1
  %sunkaddr4 = mul i64 %.1257, 8
  %sunkaddr5 = getelementptr i8, ptr %lsr.iv, i64 %sunkaddr4
  store double %.1426.1, ptr %sunkaddr5, align 8
  %.1100.2 = load i32, ptr %scevgep9, align 4
  %.1166.2 = icmp slt i32 %.1100.2, 0
  %.1167.2 = select i1 %.1166.2, i64 %arg.links.5.1, i64 0
  %12 = getelementptr i32, ptr %arg.links.4, i64 %.1167.2
  %.1153.2 = sext i32 %.1100.2 to i64
  %.1181.2 = getelementptr i32, ptr %12, i64 %.1153.2
  %.1182.2 = load i32, ptr %.1181.2, align 4
  %.1198.2 = sext i32 %.1182.2 to i64
  %.1230.2 = icmp slt i32 %.1182.2, 0
  %.1231.2 = select i1 %.1230.2, i64 %arg.vertices.5.1, i64 0
  %.1232.2 = add i64 %.1231.2, %.1198.2
  %.1261.2 = mul i64 %.1232.2, %arg.vertices.5.2
  %.1265.2 = getelementptr double, ptr %13, i64 %.1261.2
  %.1266.2 = load double, ptr %.1265.2, align 8
  %.1268.2 = fmul double %arg.sx, %.1266.2
  %scevgep2 = getelementptr i8, ptr %lsr.iv, i64 %.idx609
  %scevgep3 = getelementptr i8, ptr %scevgep2, i64 -8
  store double %.1268.2, ptr %scevgep3, align 8
  %.1423.2 = getelementptr i8, ptr %.1265.2, i64 8
  %.1424.2 = load double, ptr %.1423.2, align 8
  %.1426.2 = fmul double %arg.sy, %.1424.2
  store double %.1426.2, ptr %scevgep2, align 8
  %.922 = add nuw nsw i64 %.915595600, 1
  %scevgep1 = getelementptr i8, ptr %lsr.iv, i64 %14
  %exitcond608.not = icmp eq i64 %arg.count, %.922
  br i1 %exitcond608.not, label %B498, label %B414.2

B498:                                             ; preds = %B414.2, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0

B304.endif.endif.lr.ph:                           ; preds = %B270
  %.1257 = mul i64 %arg.vertices.5.2, %arg.vertices.5.1
  %.idx = mul i64 %.1257, 24
  %13 = getelementptr i8, ptr %arg.vertices.4, i64 %.idx
  %.idx609 = shl i64 %.1257, 4
  %scevgep = getelementptr i8, ptr %arg.vertices.4, i64 8
  %14 = shl i64 %arg.vertices.5.2, 3
  br label %B414.2
}

declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #3

attributes #0 = { nofree norecurse nounwind memory(argmem: readwrite, errnomem: write) }
attributes #1 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #2 = { mustprogress nocallback nofree nounwind willreturn memory(errnomem: write) }
attributes #3 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }

!0 = !{!"branch_weights", i32 1, i32 49, i32 49}
!1 = !{!2}
!2 = distinct !{!2, !3, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa: %retptr"}
!3 = distinct !{!3, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa"}
!4 = !{!5}
!5 = distinct !{!5, !6, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa: %retptr"}
!6 = distinct !{!6, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa"}
!7 = !{!8}
!8 = distinct !{!8, !9, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!9 = distinct !{!9, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
!10 = !{!11}
!11 = distinct !{!11, !12, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa: %retptr"}
!12 = distinct !{!12, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa"}
!13 = !{!14}
!14 = distinct !{!14, !15, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa: %retptr"}
!15 = distinct !{!15, !"_ZN14lesion_toolkit11measurement7outline7_vertexB3v14B66c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAQ4s_2fqErM2IZKIKUpsIgmAA_3d_3dE5ArrayIiLi3E1C7mutable7alignedExxa"}
!16 = !{!17}
!17 = distinct !{!17, !18, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd: %retptr"}
!18 = distinct !{!18, !"_ZN5numba7cpython8mathimpl16hypot_float_impl12_3clocals_3e10hypot_implB3v18B40c8tJTC_2fWQA93W1AaAIYBPIqRBFCjDSyhCQA_3dEdd"}
